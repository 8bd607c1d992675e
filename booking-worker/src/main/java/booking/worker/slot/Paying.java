package booking.worker.slot;

import static booking.worker.slot.Decision.StrayReason.REFUND_ALREADY_SETTLED;
import static booking.worker.slot.Decision.StrayReason.REFUND_FAILED;
import static booking.worker.slot.Decision.StrayReason.UNKNOWN_BOOKING;
import static booking.worker.slot.Decision.StrayReason.UNKNOWN_REFUND;

import booking.worker.slot.BookingState.Cancelled;
import booking.worker.slot.BookingState.Pending;
import booking.worker.slot.Refund.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of money: each payment confirms a booking or goes back, each refund ends once. */
final class Paying {

  /**
   * Refunds that a booking remembers. Money beyond that goes back all the same, but a payment
   * service run wild cannot make a booking's record grow until it fits nowhere.
   */
  static final int REFUNDS_MAX = 100;

  /** Failed attempts that a hold remembers, for the same reason; further ones are not told. */
  static final int FAILURES_MAX = 100;

  private Paying() {}

  static Decision pay(Slot slot, SlotCommand.Pay command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return forUnknownBooking(command, now);
    }
    Booking booking = found.get();
    Payment payment = command.payment();
    if (knows(booking, payment)) {
      return Decision.accepted();
    }
    if (!payment.amount().equals(booking.promise().price())) {
      return giveBack(booking, payment, Reason.AMOUNT_MISMATCH, now);
    }
    if (booking.state() instanceof Pending) {
      return confirm(booking, payment, false, now);
    }
    if (!(booking.state() instanceof Cancelled cancelled)) {
      return giveBack(booking, payment, Reason.DUPLICATE_PAYMENT, now);
    }
    if (cancelled.reason() != CancelReason.HOLD_EXPIRED) {
      return giveBack(booking, payment, Reason.BOOKING_CANCELLED, now);
    }
    return slot.canSeat(booking.userId(), view, now)
        ? confirm(booking, payment, true, now)
        : giveBack(booking, payment, Reason.LATE_PAYMENT, now);
  }

  /** Whether it was kept or sent back before; a payment is spent once. */
  private static boolean knows(Booking booking, Payment payment) {
    boolean kept = booking.state().funding().equals(new Funding.Paid(payment.paymentId()));
    return kept || booking.refund(Refund.idFor(payment.paymentId())).isPresent();
  }

  /** Money for a booking that never was, or that is no longer remembered. */
  static Decision forUnknownBooking(SlotCommand.Pay command, Instant now) {
    return Decision.returned(
        Refund.of(command.payment(), command.bookingId(), Reason.UNKNOWN_BOOKING, now));
  }

  private static Decision confirm(Booking booking, Payment payment, boolean late, Instant now) {
    Booking after = booking.confirmed(payment, now);
    return Decision.accepted(new SlotEvent.BookingPaid(after, payment, late, now));
  }

  private static Decision giveBack(Booking booking, Payment payment, Reason why, Instant now) {
    Refund refund = Refund.of(payment, booking.bookingId(), why, now);
    if (booking.refunds().size() >= REFUNDS_MAX) {
      return Decision.returned(refund);
    }
    return Decision.accepted(
        new SlotEvent.PaymentReturned(booking.with(refund), payment, refund, now));
  }

  static Decision failed(SlotCommand.FailPayment command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return Decision.stray(UNKNOWN_BOOKING);
    }
    Booking booking = found.get();
    if (!(booking.state() instanceof Pending pending) || !isNews(pending, command.paymentId())) {
      return Decision.accepted();
    }
    Booking after = booking.after(pending.after(command.paymentId()));
    return Decision.accepted(
        new SlotEvent.PaymentAttemptFailed(after, command.paymentId(), command.reason(), now));
  }

  private static boolean isNews(Pending pending, String paymentId) {
    List<String> known = pending.failedPayments();
    return known.size() < FAILURES_MAX && !known.contains(paymentId);
  }

  static Decision settle(SlotCommand.SettleRefund command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return settleForUnknownBooking(command);
    }
    Booking booking = found.get();
    Optional<Refund> refund = booking.refund(command.refundId());
    if (refund.isEmpty()) {
      return Decision.stray(UNKNOWN_REFUND);
    }
    if (refund.get().state() instanceof Refund.Settled settled) {
      return settled.succeeded() == command.succeeded()
          ? Decision.accepted()
          : Decision.stray(REFUND_ALREADY_SETTLED);
    }
    Refund closed = refund.get().settled(command.succeeded(), command.detail(), now);
    return Decision.accepted(new SlotEvent.RefundClosed(booking.with(closed), closed, now));
  }

  /** No booking remembers this refund; only a failure needs somebody to look at it. */
  static Decision settleForUnknownBooking(SlotCommand.SettleRefund command) {
    return command.succeeded() ? Decision.accepted() : Decision.stray(REFUND_FAILED);
  }
}
