package booking.local.checker.invariant;

import booking.local.checker.log.Fields;
import java.util.Optional;

/** What customers hear of what happened, by the rules. */
final class NotificationKind {

  /** A setting says whether they hear of it. */
  static final String COMPLETED = "booking_completed";

  private NotificationKind() {}

  /** The kind of the notification of a fact, if there is one. */
  static Optional<String> of(Fields fact) {
    return switch (fact.type()) {
      case "BookingHeld" -> Optional.of("booking_held");
      case "BookingConfirmed" -> Optional.of("booking_confirmed");
      case "BookingCancelled" ->
          Optional.of(
              fact.text("reason").equals("HOLD_EXPIRED") ? "hold_expired" : "booking_cancelled");
      case "BookingCompleted" -> Optional.of(COMPLETED);
      case "PaymentRefunded" -> Optional.of("payment_refunded");
      case "PaymentAttemptFailed" -> Optional.of("payment_failed");
      case "RefundClosed" ->
          Optional.of(
              fact.record("refund").text("status").equals("SUCCEEDED")
                  ? "refund_settled"
                  : "refund_failed");
      default -> Optional.empty();
    };
  }
}
