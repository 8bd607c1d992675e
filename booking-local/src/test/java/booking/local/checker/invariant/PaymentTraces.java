package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.PAYMENT_FAILED;
import static booking.local.checker.log.TopicNames.PAYMENT_SUCCEEDED;
import static booking.local.checker.log.TopicNames.REFUND_REQUESTED;
import static booking.local.checker.log.TopicNames.REFUND_SETTLED;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the payment service said, and the traces that each of its messages has to leave. */
final class PaymentTraces {

  private static final Optional<String> FOR_NOBODY = Optional.of("UNKNOWN_BOOKING");

  private final Notes notes;
  private final Map<String, Place> succeeded = new HashMap<>();
  private final Map<String, Failed> failed = new HashMap<>();
  private final Map<String, Place> settled = new HashMap<>();
  private final Set<String> attemptsTold = new HashSet<>();
  private final Set<String> refundsOfBookings = new HashSet<>();
  private final Set<String> forNobody = new HashSet<>();
  private final Set<String> refunds = new HashSet<>();

  private record Failed(long bookingId, Place place) {}

  PaymentTraces(Notes notes) {
    this.notes = notes;
  }

  /** Traces are read after what left them; each one found is a message less without one. */
  void see(LogRecord record, Past past) {
    switch (record.topic()) {
      case PAYMENT_SUCCEEDED, PAYMENT_FAILED, REFUND_SETTLED -> {
        if (past.isTaken(record)) {
          came(record);
        } else if (past.whyPutAside(record.place()).equals(FOR_NOBODY)) {
          forNobody.add(record.said().text("paymentId"));
        }
      }
      case BOOKING_EVENTS -> happened(record.said().record("fact"));
      case REFUND_REQUESTED -> {
        goesBack(record);
      }
      default -> {
        // Nothing about payments.
      }
    }
  }

  /** Money for nobody goes back, and somebody is to look where it came from. */
  private void goesBack(LogRecord record) {
    String paymentId = record.said().text("paymentId");
    succeeded.remove(paymentId);
    refunds.add(record.said().text("refundId"));
    if (record.said().text("reason").equals("unknown_booking") && !forNobody.contains(paymentId)) {
      notes.violated(Harm.LOST, record.place(), "%s was not put aside", paymentId);
    }
  }

  private void came(LogRecord record) {
    Fields said = record.said();
    switch (record.topic()) {
      case PAYMENT_SUCCEEDED -> succeeded.put(said.text("paymentId"), record.place());
      case PAYMENT_FAILED ->
          failed.put(said.text("paymentId"), new Failed(said.number("bookingId"), record.place()));
      default -> settled.put(said.text("refundId"), record.place());
    }
  }

  private void happened(Fields fact) {
    switch (fact.type()) {
      case "BookingConfirmed" ->
          fact.maybe("payment", fact::record)
              .ifPresent(payment -> succeeded.remove(payment.text("paymentId")));
      case "PaymentRefunded" -> {
        succeeded.remove(fact.record("payment").text("paymentId"));
        refundsOfBookings.add(fact.record("refund").text("refundId"));
      }
      case "BookingCancelled" ->
          fact.maybe("refund", fact::record)
              .ifPresent(refund -> refundsOfBookings.add(refund.text("refundId")));
      case "PaymentAttemptFailed" -> attemptsTold.add(fact.text("paymentId"));
      case "RefundClosed" -> settled.remove(fact.record("refund").text("refundId"));
      default -> {
        // Nothing about payments.
      }
    }
  }

  void conclude(Past past) {
    succeeded.forEach(
        (paymentId, place) ->
            notes.violated(Harm.LOST, place, "%s confirmed nothing, nor went back", paymentId));
    // A booking that waits for no payment any more has nothing to tell of one that failed.
    failed.forEach(
        (paymentId, attempt) -> {
          boolean waiting =
              past.booking(attempt.bookingId()).map(BookingThen::isPending).orElse(true);
          if (waiting && !attemptsTold.contains(paymentId)) {
            notes.violated(Harm.LOST, attempt.place(), "nobody heard that %s failed", paymentId);
          }
        });
    // The refund of money for nobody is on no booking, so nothing is left of its settlement.
    settled.forEach(
        (refundId, place) -> {
          if (refundsOfBookings.contains(refundId) || !refunds.contains(refundId)) {
            notes.violated(Harm.LOST, place, "%s was settled, nobody knows", refundId);
          }
        });
  }
}
