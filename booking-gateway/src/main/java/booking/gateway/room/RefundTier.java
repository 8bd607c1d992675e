package booking.gateway.room;

import io.swagger.v3.oas.annotations.media.Schema;

/** One step of a refund policy: cancelled at least so long before the start, so much comes back. */
public record RefundTier(
    @Schema(minimum = "0", maximum = "8784", description = "Elapsed hours before the start.")
        int hoursBefore,
    @Schema(minimum = "0", maximum = "100", description = "Of the amount paid.") int percent) {

  static RefundTier of(booking.schemas.RefundTier tier) {
    return new RefundTier(tier.getHoursBefore(), tier.getPercent());
  }

  booking.schemas.RefundTier toAvro() {
    return new booking.schemas.RefundTier(hoursBefore, percent);
  }
}
