package booking.local.checker.invariant;

import booking.local.checker.log.Fields;
import java.time.Instant;
import java.util.Optional;

/**
 * A booking as an event left it, as much of it as invariants ask for.
 *
 * @param price in minor units
 * @param back what its cancellation gave back, in minor units
 * @param heldUntil as it was promised when it was held
 */
record BookingThen(
    long bookingId,
    long userId,
    String status,
    long price,
    String currency,
    Optional<String> paymentId,
    long back,
    Optional<Instant> heldUntil) {

  /** What an event left, and the hold that its bookings had before. */
  static BookingThen of(Fields snapshot, Optional<BookingThen> before) {
    return new BookingThen(
        snapshot.number("bookingId"),
        snapshot.number("userId"),
        snapshot.word("status"),
        snapshot.cents("price"),
        snapshot.word("currency"),
        snapshot.maybe("paymentId", snapshot::text),
        snapshot.maybe("refundAmount", snapshot::cents).orElse(0L),
        snapshot
            .maybe("holdExpiresAt", snapshot::time)
            .or(() -> before.flatMap(BookingThen::heldUntil)));
  }

  boolean isPending() {
    return status.equals("PENDING");
  }

  boolean isConfirmed() {
    return status.equals("CONFIRMED");
  }

  boolean isLive() {
    return isPending() || isConfirmed();
  }
}
