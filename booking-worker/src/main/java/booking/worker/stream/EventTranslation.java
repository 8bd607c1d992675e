package booking.worker.stream;

import booking.schemas.BookingEvent;
import booking.schemas.RefundRequested;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.BookingCompleted;
import booking.schemas.fact.BookingConfirmed;
import booking.schemas.fact.BookingHeld;
import booking.schemas.fact.BookingNoShow;
import booking.schemas.fact.PaymentAttemptFailed;
import booking.schemas.fact.PaymentRefunded;
import booking.schemas.fact.RefundClosed;
import booking.schemas.fact.TimeslotChanged;
import booking.schemas.fact.TimeslotClosed;
import booking.schemas.fact.TimeslotCreated;
import booking.schemas.fact.TimeslotOpened;
import booking.worker.slot.Booking;
import booking.worker.slot.BookingState;
import booking.worker.slot.CancelReason;
import booking.worker.slot.Funding;
import booking.worker.slot.Payment;
import booking.worker.slot.Refund;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotEvent;
import java.util.Optional;

/** What happened in a slot, in Avro. */
final class EventTranslation {

  private EventTranslation() {}

  static BookingEvent event(Left left, Cause cause) {
    Slot after = left.slot();
    return new BookingEvent(
        after.timeslotId() + "-" + after.version(),
        after.timeslotId(),
        after.version(),
        left.event().at(),
        cause.asked().map(Cause.Asked::requestId).orElse(null),
        cause.asked().map(Cause.Asked::userId).orElse(null),
        fact(left.event()),
        left.bookingSnapshot().orElse(null),
        left.timeslot());
  }

  /** Whether time caused it, not the command that was being decided. */
  static boolean isTimer(SlotEvent event) {
    return event instanceof SlotEvent.HoldReleased released
        && released.reason() == CancelReason.HOLD_EXPIRED;
  }

  /** What the payment service is asked to send back because of it. */
  static Optional<RefundRequested> refund(SlotEvent event) {
    if (event instanceof SlotEvent.PaymentReturned returned) {
      return Optional.of(RefundTranslation.request(returned.refund()));
    }
    return event instanceof SlotEvent.BookingCancelled cancelled
        ? refundOf(cancelled.after()).map(RefundTranslation::request)
        : Optional.empty();
  }

  private static Optional<Refund> refundOf(Booking cancelled) {
    if (cancelled.state() instanceof BookingState.Cancelled state
        && state.funding() instanceof Funding.Paid paid
        && state.refunded().isPositive()) {
      return cancelled.refunds().stream()
          .filter(refund -> refund.paymentId().equals(paid.paymentId()))
          .findFirst();
    }
    return Optional.empty();
  }

  private static Object fact(SlotEvent event) {
    if (event instanceof SlotEvent.TimeslotCreated) {
      return new TimeslotCreated();
    } else if (event instanceof SlotEvent.TimeslotChanged) {
      return new TimeslotChanged();
    } else if (event instanceof SlotEvent.TimeslotClosed) {
      return new TimeslotClosed();
    } else if (event instanceof SlotEvent.TimeslotOpened) {
      return new TimeslotOpened();
    } else if (event instanceof SlotEvent.BookingHeld) {
      return new BookingHeld();
    } else if (event instanceof SlotEvent.BookingGiven) {
      return new BookingConfirmed();
    } else if (event instanceof SlotEvent.BookingPaid paid) {
      return new BookingConfirmed(payment(paid.payment()));
    } else if (event instanceof SlotEvent.BookingCompleted) {
      return new BookingCompleted();
    } else if (event instanceof SlotEvent.BookingMissed) {
      return new BookingNoShow();
    }
    return factOfAnEnd(event);
  }

  private static Object factOfAnEnd(SlotEvent event) {
    if (event instanceof SlotEvent.HoldReleased released) {
      return new BookingCancelled(BookingTranslation.reason(released.reason()), null);
    } else if (event instanceof SlotEvent.BookingCancelled cancelled) {
      return new BookingCancelled(
          BookingTranslation.reason(cancelled.reason()),
          refundOf(cancelled.after()).map(RefundTranslation::toAvro).orElse(null));
    } else if (event instanceof SlotEvent.PaymentReturned returned) {
      return new PaymentRefunded(
          payment(returned.payment()), RefundTranslation.toAvro(returned.refund()));
    } else if (event instanceof SlotEvent.PaymentAttemptFailed failed) {
      return new PaymentAttemptFailed(failed.paymentId(), failed.reason());
    } else if (event instanceof SlotEvent.RefundClosed closed) {
      return new RefundClosed(RefundTranslation.toAvro(closed.refund()));
    }
    throw new IllegalStateException("No fact for " + event);
  }

  private static booking.schemas.Payment payment(Payment payment) {
    return new booking.schemas.Payment(
        payment.paymentId(),
        payment.amount().toDecimal(),
        payment.amount().currency(),
        payment.paidAt());
  }
}
