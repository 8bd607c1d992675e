package booking.gateway.booking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/**
 * What a cancellation has come to.
 *
 * @param refundAmount 0.00 when nothing was paid or the policy gives nothing back
 */
public record Cancelled(Booking booking, @Schema(example = "25.00") BigDecimal refundAmount) {

  static Cancelled of(Booking booking) {
    return new Cancelled(booking, booking.refundAmount().orElse(new BigDecimal("0.00")));
  }
}
