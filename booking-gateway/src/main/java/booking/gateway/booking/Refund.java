package booking.gateway.booking;

import booking.gateway.readmodel.Row;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Money on its way back to a customer.
 *
 * @param detail what the payment service said when it ended
 */
public record Refund(
    String id,
    String paymentId,
    @Schema(example = "25.00") BigDecimal amount,
    @Schema(example = "EUR") String currency,
    @Schema(example = "user") String reason,
    @Schema(allowableValues = {"requested", "succeeded", "failed"}) String status,
    Optional<String> detail,
    Instant requestedAt,
    Optional<Instant> settledAt) {

  static Refund of(Row row) throws SQLException {
    return new Refund(
        row.text("id"),
        row.text("payment_id"),
        row.money("amount"),
        row.text("currency"),
        row.text("reason"),
        row.text("status"),
        row.optionalText("detail"),
        row.instant("requested_at"),
        row.optionalInstant("settled_at"));
  }
}
