package booking.worker.slot;

import booking.worker.money.Money;
import java.time.Instant;

/** Money on its way back to the customer. A payment is refunded at most once. */
public record Refund(
    String paymentId,
    long bookingId,
    Money amount,
    Reason reason,
    Instant requestedAt,
    State state) {

  /** Why money goes back. Its lower-case name is part of the contract. */
  public enum Reason {
    USER,
    VENUE,
    LATE_PAYMENT,
    DUPLICATE_PAYMENT,
    AMOUNT_MISMATCH,
    BOOKING_CANCELLED,
    UNKNOWN_BOOKING
  }

  /** How far it got. */
  public sealed interface State {}

  /** The payment service was asked. */
  public record Requested() implements State {}

  /** The payment service said how it ended. */
  public record Settled(boolean succeeded, String detail, Instant at) implements State {}

  static Refund of(Payment payment, long bookingId, Reason reason, Instant now) {
    return new Refund(
        payment.paymentId(), bookingId, payment.amount(), reason, now, new Requested());
  }

  /** Follows from the payment's id, so that a repeat is the same refund. */
  public String refundId() {
    return idFor(paymentId);
  }

  /** The id of the one refund that this payment can have. */
  public static String idFor(String paymentId) {
    return "refund-" + paymentId;
  }

  Refund settled(boolean succeeded, String detail, Instant at) {
    return new Refund(
        paymentId, bookingId, amount, reason, requestedAt, new Settled(succeeded, detail, at));
  }
}
