package booking.worker.readmodel;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.Payment;
import booking.schemas.Refund;
import booking.schemas.RoomSnapshot;
import booking.schemas.TimeslotSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One row that the read model is to hold, as an event left it. */
sealed interface Row {

  /** What tells it apart from the other rows of its table. */
  Object key();

  /** Whether it takes the place of an earlier row with the same key. */
  boolean replaces(Row earlier);

  /** A row that changes with time: the newest version is the one to hold. */
  sealed interface Versioned extends Row {
    long version();

    @Override
    default boolean replaces(Row earlier) {
      return earlier instanceof Versioned before && before.version() < version();
    }
  }

  /** A row that is written once. */
  sealed interface Lasting extends Row {
    @Override
    default boolean replaces(Row earlier) {
      return false;
    }
  }

  record RoomRow(RoomSnapshot room) implements Versioned {
    @Override
    public Object key() {
      return room.getRoomId();
    }

    @Override
    public long version() {
      return room.getVersion();
    }
  }

  record TimeslotRow(TimeslotSnapshot timeslot) implements Versioned {
    @Override
    public Object key() {
      return timeslot.getTimeslotId();
    }

    @Override
    public long version() {
      return timeslot.getVersion();
    }
  }

  /**
   * @param version of the slot at the booking's last event
   */
  record BookingRow(BookingSnapshot booking, long version) implements Versioned {
    @Override
    public Object key() {
      return booking.getBookingId();
    }
  }

  /**
   * @param version of the slot at the refund's last event
   */
  record RefundRow(Refund refund, long version) implements Versioned {
    @Override
    public Object key() {
      return refund.getRefundId();
    }
  }

  /** What became of money: a booking keeps it, or it goes back. */
  enum Fate {
    KEPT,
    RETURNED
  }

  record PaymentRow(Payment payment, long bookingId, Fate fate, Instant receivedAt)
      implements Lasting {
    /** A payment with two fates is two rows here, so that Postgres sees both and refuses. */
    @Override
    public Object key() {
      return List.of(payment.getPaymentId(), bookingId, fate);
    }
  }

  /** The audit trail's line of an event. */
  record EventRow(BookingEvent event) implements Lasting {
    @Override
    public Object key() {
      return List.of(event.getTimeslotId(), event.getVersion());
    }
  }

  /**
   * A decided request.
   *
   * @param refusal the code, empty when it was accepted
   */
  record RequestRow(
      String id,
      long userId,
      Optional<String> refusal,
      Optional<Long> timeslotId,
      Optional<Long> bookingId,
      Optional<Long> roomId,
      Instant decidedAt)
      implements Row {

    /**
     * Which of several answers to one request stands, first the strongest. One request may show up
     * on several partitions (the catalogue's and those of the slots it touched), and these arrive
     * in no order: the outcome must not depend on it.
     */
    private static final Comparator<RequestRow> STRENGTH =
        Comparator.comparing((RequestRow row) -> row.refusal.isPresent())
            .thenComparing(row -> row.roomId.isEmpty())
            .thenComparing(RequestRow::decidedAt)
            .thenComparing(row -> row.timeslotId.orElse(0L));

    @Override
    public Object key() {
      return id;
    }

    @Override
    public boolean replaces(Row earlier) {
      return earlier instanceof RequestRow before && STRENGTH.compare(this, before) < 0;
    }
  }
}
