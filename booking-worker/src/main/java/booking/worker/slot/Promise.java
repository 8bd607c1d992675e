package booking.worker.slot;

import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import java.time.Instant;

/** What a customer was promised when the seat was held; later edits of room or slot leave it. */
public record Promise(
    long roomId,
    Instant startsAt,
    Instant endsAt,
    Money price,
    RefundPolicy refundPolicy,
    Wishes wishes) {

  /**
   * What the customer wrote; no rule reads it.
   *
   * @param bookingType empty if not given
   * @param notes empty if not given
   * @param metadata a JSON object, empty if not given
   */
  public record Wishes(String bookingType, String notes, String metadata) {}

  static Promise of(Terms terms, Wishes wishes) {
    return new Promise(
        terms.room().roomId(),
        terms.startsAt(),
        terms.endsAt(),
        terms.price(),
        terms.refundPolicy(),
        wishes);
  }
}
