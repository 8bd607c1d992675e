package booking.local.checker.invariant;

import booking.local.checker.log.Fields;
import java.time.Instant;
import java.util.Optional;

/**
 * A booking as an event left it, as much of it as invariants ask for.
 *
 * @param expired whether it was cancelled because its hold ran out
 * @param price in minor units
 * @param back what its cancellation gave back, in minor units
 * @param heldUntil as it was promised when it was held
 */
record BookingThen(
    long bookingId,
    long userId,
    String status,
    boolean expired,
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
        snapshot.maybe("cancelReason", snapshot::word).equals(Optional.of("HOLD_EXPIRED")),
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

  /** The status that a fact leaves which neither confirms nor cancels. */
  static String statusAfter(String fact, Optional<BookingThen> before) {
    String status = before.map(BookingThen::status).orElse("nothing");
    return switch (fact) {
      case "BookingHeld" -> before.isEmpty() ? "PENDING" : "nothing";
      case "BookingCompleted" -> status.equals("CONFIRMED") ? "COMPLETED" : "nothing";
      case "BookingNoShow" ->
          status.equals("CONFIRMED") || status.equals("COMPLETED") ? "NO_SHOW" : "nothing";
      default -> status;
    };
  }
}
