package booking.worker.slot;

import booking.worker.money.Money;
import booking.worker.slot.BookingState.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How bookings end before their time: who may end one, and what goes back. */
final class Cancelling {

  private Cancelling() {}

  static Decision byOwner(Slot slot, SlotCommand.Cancel command, InView view, Instant now) {
    Optional<Booking> found = view.ownedBy(command.userId(), command.bookingId());
    if (found.isEmpty()) {
      return Decision.refused(Refusal.BOOKING_NOT_FOUND);
    }
    Booking booking = found.get();
    if (!booking.isLive()) {
      return cannotCancel(booking);
    }
    if (slot.terms().startedAt(now)) {
      return Decision.refused(Refusal.TIMESLOT_STARTED);
    }
    return Decision.accepted(end(booking.with(command.request()), CancelReason.USER, now));
  }

  static Decision byVenue(SlotCommand.CancelByVenue command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return Decision.refused(Refusal.BOOKING_NOT_FOUND);
    }
    Booking booking = found.get();
    return booking.isLive()
        ? Decision.accepted(end(booking.with(command.request()), CancelReason.VENUE, now))
        : cannotCancel(booking);
  }

  private static Decision cannotCancel(Booking booking) {
    return Decision.refused(
        Refusal.CANNOT_CANCEL, "Cannot cancel booking with status: " + booking.state().word());
  }

  /** A live booking ends: a hold is let go, a paid seat is given back for what it is worth. */
  static SlotEvent end(Booking booking, CancelReason reason, Instant now) {
    if (booking.state() instanceof Pending) {
      return release(booking, reason, now);
    }
    if (booking.state().funding() instanceof Funding.Paid payment) {
      Money back = back(booking, reason, now);
      Booking after = booking.cancelled(reason, back, now);
      return new SlotEvent.BookingCancelled(
          back.isZero() ? after : after.with(refund(booking, payment, back, reason, now)),
          reason,
          now);
    }
    Booking after = booking.cancelled(reason, nothing(booking), now);
    return new SlotEvent.BookingCancelled(after, reason, now);
  }

  /** A seat that waited for its payment is let go. */
  static SlotEvent.HoldReleased release(Booking booking, CancelReason reason, Instant now) {
    Booking after = booking.cancelled(reason, nothing(booking), now);
    return new SlotEvent.HoldReleased(after, reason, now);
  }

  /** The venue gives back everything, whatever the policy says. */
  private static Money back(Booking booking, CancelReason reason, Instant now) {
    Promise promise = booking.promise();
    return reason == CancelReason.VENUE
        ? promise.price()
        : promise.refundPolicy().refund(promise.price(), Duration.between(now, promise.startsAt()));
  }

  private static Refund refund(
      Booking booking, Funding.Paid payment, Money amount, CancelReason why, Instant now) {
    Refund.Reason reason = why == CancelReason.VENUE ? Refund.Reason.VENUE : Refund.Reason.USER;
    return new Refund(
        payment.paymentId(), booking.bookingId(), amount, reason, now, new Refund.Requested());
  }

  private static Money nothing(Booking booking) {
    return Money.zero(booking.promise().price().currency());
  }
}
