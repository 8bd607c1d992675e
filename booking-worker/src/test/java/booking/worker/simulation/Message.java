package booking.worker.simulation;

import booking.schemas.Topic;
import booking.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What clients, admins and the payment service say, in as few words as possible. */
sealed interface Message {

  /** Where it is published. */
  default String topic() {
    return kind().name();
  }

  /** The topic by its contract. */
  Topic<?> kind();

  /** What can be asked of one slot. */
  enum Verb {
    BOOK(false, false),
    CANCEL(true, false),
    CANCEL_BY_VENUE(true, true),
    NO_SHOW(true, true),
    CLOSE(false, true),
    OPEN(false, true);

    final boolean aboutBooking;
    final boolean forAdmins;

    Verb(boolean aboutBooking, boolean forAdmins) {
      this.aboutBooking = aboutBooking;
      this.forAdmins = forAdmins;
    }
  }

  /** Who asks, under which id; the same id with another fingerprint is another question. */
  record Asker(String requestId, long fingerprint, long user, boolean admin) {}

  /** A share of the money comes back when so many hours are left. */
  record Tier(int hours, int percent) {}

  /** A message that gets a result. */
  sealed interface Request extends Message {
    Asker by();
  }

  /**
   * A request to a slot.
   *
   * @param target the booking; for a new one the room where the client believes the slot is, or 0
   * @param cancelBookings whether closing ends the bookings
   */
  record Ask(Asker by, Verb verb, long slot, long target, boolean cancelBookings)
      implements Request {
    @Override
    public Topic<?> kind() {
      return Topics.BOOKING_REQUESTS;
    }
  }

  /** A request to the catalogue. */
  sealed interface CatalogAsk extends Request {
    @Override
    default Topic<?> kind() {
      return Topics.CATALOG_REQUESTS;
    }
  }

  record NewRoom(Asker by, String name) implements CatalogAsk {}

  /** Opens or closes a room, or gives it another refund policy; empty tiers: the old one stays. */
  record RoomChange(Asker by, long room, boolean active, boolean cancelBookings, List<Tier> policy)
      implements CatalogAsk {}

  /** Hour-long slots on one day, by the clock of UTC. */
  record Generate(Asker by, long room, LocalDate day, int opens, int closes, int seats, long cents)
      implements CatalogAsk {

    /** When the slot after so many others begins. */
    Instant start(int slot) {
      return day.atTime(opens + slot, 0).toInstant(ZoneOffset.UTC);
    }

    /** When the slot that begins then is over. */
    Instant end(Instant start) {
      return start.plus(Duration.ofHours(1));
    }
  }

  record Pay(String paymentId, long booking, long cents, String currency) implements Message {
    @Override
    public Topic<?> kind() {
      return Topics.PAYMENT_SUCCEEDED;
    }
  }

  record PayFailed(String paymentId, long booking) implements Message {
    @Override
    public Topic<?> kind() {
      return Topics.PAYMENT_FAILED;
    }
  }

  record Settle(String refundId, String paymentId, long booking, boolean succeeded)
      implements Message {
    @Override
    public Topic<?> kind() {
      return Topics.REFUND_SETTLED;
    }
  }

  /** Bytes that are no record. */
  record Garbage(Topic<?> kind, String key) implements Message {}
}
