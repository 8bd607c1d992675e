package booking.worker.slot;

import booking.worker.money.Money;
import booking.worker.slot.BookingState.Cancelled;
import booking.worker.slot.Decision.Refused;
import booking.worker.slot.Decision.Returned;
import booking.worker.slot.Decision.Stray;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of a command, in the words of the tables. Read off the booking that is left. */
final class OutcomeWords {

  private OutcomeWords() {}

  static String of(Decision decision) {
    String words =
        Stream.concat(
                decision.events().stream().map(OutcomeWords::of), of(decision.answer()).stream())
            .collect(Collectors.joining("; "));
    return words.isEmpty() ? "nothing happens" : words;
  }

  static String seats(KeptSlot kept) {
    return kept.slot()
        .map(
            slot ->
                slot.remaining() + " of " + slot.terms().seats() + (slot.open() ? "" : ", closed"))
        .orElse("-");
  }

  private static Optional<String> of(Decision.Answer answer) {
    if (answer instanceof Refused refused) {
      String detail = refused.detail();
      boolean plain = detail.equals(refused.refusal().detail());
      return Optional.of("refused " + refused.refusal() + (plain ? "" : " \"" + detail + "\""));
    } else if (answer instanceof Stray stray) {
      return Optional.of("dead letter " + stray.reason());
    } else if (answer instanceof Returned returned) {
      return Optional.of(sentBack(returned.refund()) + ", dead letter");
    }
    return Optional.empty();
  }

  private static String of(SlotEvent event) {
    if (event instanceof SlotEvent.OfBooking ofBooking) {
      return ofBooking(ofBooking);
    } else if (event instanceof SlotEvent.TimeslotCreated) {
      return "slot created";
    } else if (event instanceof SlotEvent.TimeslotChanged) {
      return "slot changed";
    } else if (event instanceof SlotEvent.TimeslotClosed) {
      return "slot closed";
    }
    return event instanceof SlotEvent.TimeslotOpened ? "slot opened" : "unheard of: " + event;
  }

  private static String ofBooking(SlotEvent.OfBooking event) {
    Booking after = event.after();
    String number = "#" + BookingNumber.number(after.bookingId());
    if (event instanceof SlotEvent.BookingHeld) {
      return number + " held by " + after.userId() + " until " + Moment.words(after.heldUntil());
    } else if (event instanceof SlotEvent.BookingGiven) {
      return number + " confirmed for " + after.userId() + ", " + funding(after);
    } else if (event instanceof SlotEvent.BookingPaid paid) {
      return number + " confirmed" + (paid.late() ? " after all, " : ", ") + funding(after);
    } else if (event instanceof SlotEvent.BookingCompleted) {
      return number + " completed";
    } else if (event instanceof SlotEvent.BookingMissed) {
      return number + " no-show";
    }
    return event instanceof SlotEvent.HoldReleased || event instanceof SlotEvent.BookingCancelled
        ? cancelled(number, after)
        : ofMoney(number, event);
  }

  private static String cancelled(String number, Booking after) {
    Cancelled cancelled = (Cancelled) after.state();
    if (cancelled.reason() == CancelReason.HOLD_EXPIRED) {
      return number + " expired";
    }
    String by = number + " cancelled by " + lower(cancelled.reason());
    return cancelled.funding() instanceof Funding.Unpaid
        ? by + ", nothing was paid"
        : by + ", refund " + cancelled.refunded() + forPayment(after, cancelled.refunded());
  }

  private static String forPayment(Booking after, Money refunded) {
    return refunded.isZero()
        ? ""
        : after.refunds().stream()
            .filter(refund -> refund.amount().equals(refunded))
            .map(refund -> " of " + refund.paymentId())
            .collect(Collectors.joining());
  }

  private static String ofMoney(String number, SlotEvent.OfBooking event) {
    if (event instanceof SlotEvent.PaymentReturned returned) {
      return sentBack(returned.refund());
    } else if (event instanceof SlotEvent.PaymentAttemptFailed failed) {
      return "payment " + failed.paymentId() + " of " + number + " failed";
    }
    SlotEvent.RefundClosed closed = (SlotEvent.RefundClosed) event;
    Refund.Settled settled = (Refund.Settled) closed.refund().state();
    String word = settled.succeeded() ? "succeeded" : "failed";
    return "refund of " + closed.refund().paymentId() + " " + word;
  }

  private static String sentBack(Refund refund) {
    String what = refund.amount() + " of " + refund.paymentId() + " sent back";
    return what + " (" + lower(refund.reason()) + ")";
  }

  private static String funding(Booking booking) {
    return booking.state().funding() instanceof Funding.Paid paid
        ? "paid by " + paid.paymentId()
        : "free of charge";
  }

  private static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
