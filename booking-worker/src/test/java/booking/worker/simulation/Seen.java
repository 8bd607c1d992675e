package booking.worker.simulation;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.CatalogEvent;
import booking.schemas.RefundRequested;
import booking.schemas.RequestResult;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.BookingConfirmed;
import booking.schemas.fact.PaymentAttemptFailed;
import booking.schemas.fact.PaymentRefunded;
import booking.schemas.fact.RefundClosed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the worker published, in the words of the reference model. */
final class Seen {

  private Seen() {}

  /** All that a message made, but what only repeats an event: audits hold that to its event. */
  static List<String> words(Message message, List<Emitted> emitted) {
    boolean closing = message instanceof Message.Ask ask && ask.verb() == Message.Verb.CLOSE;
    return words(emitted, closing);
  }

  /** All that a tick made. */
  static List<String> words(List<Emitted> emitted) {
    return words(emitted, false);
  }

  private static List<String> words(List<Emitted> emitted, boolean closing) {
    return emitted.stream().flatMap(one -> words(one.value(), closing).stream()).toList();
  }

  private static Optional<String> words(Object value, boolean closing) {
    if (value instanceof RequestResult result) {
      String again = result.getRepeated() ? "again " : "answer ";
      return Optional.of(again + result.getRequestId() + " " + answer(result, closing));
    } else if (value instanceof BookingEvent event) {
      String fact = event.getFact().getClass().getSimpleName();
      return Optional.of((event.getTimeslotId() + " " + fact + details(event)));
    } else if (value instanceof CatalogEvent) {
      return Optional.of("catalog");
    } else if (value instanceof Emitted.DeadLetter letter) {
      return Optional.of("dead " + letter.reason().split("[: ]")[0]);
    } else if (value instanceof RefundRequested refund
        && refund.getReason().equals("unknown_booking")) {
      String money = cents(refund.getAmount()) + " " + refund.getCurrency();
      return Optional.of("refund " + refund.getPaymentId() + " " + money + " unknown_booking");
    }
    return Optional.empty();
  }

  /** No rule says which of the bookings that a closing ends its answer shows, or whether. */
  private static String answer(RequestResult result, boolean closing) {
    if (!result.getAccepted()) {
      String detail = result.getDetail().replace("Cannot cancel booking with status: ", "");
      return result.getCode() + (result.getCode().equals("CANNOT_CANCEL") ? " " + detail : "");
    }
    BookingSnapshot booking = result.getBookingAfter();
    if (booking == null || closing) {
      return "ACCEPTED";
    }
    String refund = booking.getRefundAmount() == null ? "" : " " + cents(booking.getRefundAmount());
    return "ACCEPTED " + booking.getBookingId() + " " + booking.getStatus() + refund;
  }

  private static String details(BookingEvent event) {
    BookingSnapshot after = event.getBookingAfter();
    if (after == null) {
      return "";
    }
    String id = " " + after.getBookingId();
    Object fact = event.getFact();
    if (fact instanceof BookingCancelled cancelled) {
      return id + " " + cancelled.getReason() + " " + cents(after.getRefundAmount());
    } else if (fact instanceof BookingConfirmed confirmed && confirmed.getPayment() != null) {
      return id + " " + confirmed.getPayment().getPaymentId();
    } else if (fact instanceof PaymentRefunded returned) {
      return id
          + (" " + returned.getPayment().getPaymentId())
          + (" " + cents(returned.getRefund().getAmount()))
          + (" " + returned.getRefund().getCurrency())
          + (" " + returned.getRefund().getReason());
    } else if (fact instanceof PaymentAttemptFailed failed) {
      return id + " " + failed.getPaymentId();
    } else if (fact instanceof RefundClosed closed) {
      return id + " " + closed.getRefund().getPaymentId() + " " + closed.getRefund().getStatus();
    }
    return id;
  }

  static long cents(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }
}
