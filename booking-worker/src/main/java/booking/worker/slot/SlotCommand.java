package booking.worker.slot;

import booking.worker.money.RefundPolicy;
import booking.worker.slot.Promise.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Everything that can be asked of a timeslot. Each command calls the one method of the slot's state
 * that answers it, so that a new command does not compile until every state answers it.
 */
public sealed interface SlotCommand {

  /** Which bookings the decision has to see, besides those whose hold is due. */
  sealed interface About {}

  /** None: the slot alone. */
  record TheSlot() implements About {}

  /** All that this user has or had here. */
  record TheUser(long userId) implements About {}

  /** This one, and all others of its owner here. */
  record TheBooking(long bookingId) implements About {}

  /** All that hold or have paid a seat. */
  record AllLive() implements About {}

  /** What has to be in view. */
  About about();

  /** Lets the state answer. */
  Decision askOf(SlotState state, InView view, Instant now);

  record Create(Terms terms) implements SlotCommand {
    @Override
    public About about() {
      return new TheSlot();
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.create(this, now);
    }
  }

  /** The room's name, time zone or refund policy changed, for bookings to come. */
  record Change(Terms.RoomCard room, RefundPolicy refundPolicy) implements SlotCommand {
    @Override
    public About about() {
      return new TheSlot();
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.change(this, now);
    }
  }

  /**
   * A customer wants a seat.
   *
   * @param roomId where the customer believes the slot is, if said
   * @param holdTime how long a seat waits for its payment
   */
  record Book(
      RequestRef request, long userId, OptionalLong roomId, Wishes wishes, Duration holdTime)
      implements SlotCommand {
    @Override
    public About about() {
      return new TheUser(userId);
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.book(this, view, now);
    }
  }

  /** A customer gives a booking up. */
  record Cancel(RequestRef request, long userId, long bookingId) implements SlotCommand {
    @Override
    public About about() {
      return new TheBooking(bookingId);
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.cancel(this, view, now);
    }
  }

  /** The venue takes a booking back. */
  record CancelByVenue(RequestRef request, long bookingId) implements SlotCommand {
    @Override
    public About about() {
      return new TheBooking(bookingId);
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.cancelByVenue(this, view, now);
    }
  }

  /** The venue says that the customer did not come. */
  record MarkNoShow(RequestRef request, long bookingId) implements SlotCommand {
    @Override
    public About about() {
      return new TheBooking(bookingId);
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.markNoShow(this, view, now);
    }
  }

  /** No more bookings here; with {@code cancelBookings} those there are end too. */
  record Close(boolean cancelBookings) implements SlotCommand {
    @Override
    public About about() {
      return cancelBookings ? new AllLive() : new TheSlot();
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.close(this, view, now);
    }
  }

  /** Bookings again. */
  record Open() implements SlotCommand {
    @Override
    public About about() {
      return new TheSlot();
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.open(now);
    }
  }

  /** Money arrived, for the first time under this payment id. */
  record Pay(long bookingId, Payment payment) implements SlotCommand {
    @Override
    public About about() {
      return new TheBooking(bookingId);
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.pay(this, view, now);
    }
  }

  /** Money did not arrive, for the first time under this payment id. */
  record FailPayment(long bookingId, String paymentId, String reason) implements SlotCommand {
    @Override
    public About about() {
      return new TheBooking(bookingId);
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.failPayment(this, view, now);
    }
  }

  /** The payment service says how a refund ended. */
  record SettleRefund(long bookingId, String refundId, boolean succeeded, String detail)
      implements SlotCommand {
    @Override
    public About about() {
      return new TheBooking(bookingId);
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.settleRefund(this, view, now);
    }
  }

  /** Time went by: holds that are due end, as they do before every decision. */
  record ExpireHolds() implements SlotCommand {
    @Override
    public About about() {
      return new TheSlot();
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return Decision.accepted();
    }
  }

  /** The slot is over: who was confirmed has been there. */
  record Complete() implements SlotCommand {
    @Override
    public About about() {
      return new AllLive();
    }

    @Override
    public Decision askOf(SlotState state, InView view, Instant now) {
      return state.complete(view, now);
    }
  }
}
