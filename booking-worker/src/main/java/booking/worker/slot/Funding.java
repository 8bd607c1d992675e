package booking.worker.slot;

/** What pays for a booking. */
public sealed interface Funding {

  /** Nothing yet, or nothing ever. */
  record Unpaid() implements Funding {}

  /** Nothing is asked for. */
  record Free() implements Funding {}

  /** This payment, which the booking keeps unless it is refunded. */
  record Paid(String paymentId) implements Funding {}
}
