package booking.gateway.room;

import booking.gateway.json.JsonText;
import booking.gateway.readmodel.Row;
import booking.schemas.RoomSnapshot;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A room as clients see it.
 *
 * @param capacity people
 * @param hourlyRate null when the room is not priced
 * @param timeZone IANA; the room's days and working hours are by this clock
 * @param refundPolicy null when the house's applies
 */
public record Room(
    @Schema(example = "3") long id,
    String name,
    Optional<String> description,
    int capacity,
    @Schema(allowableValues = {"office", "consultation", "meeting", "treatment"}) String roomType,
    @Schema(example = "80.00") Optional<BigDecimal> hourlyRate,
    @Schema(example = "EUR") String currency,
    @Schema(example = "Europe/Berlin") String timeZone,
    boolean isActive,
    Optional<List<RefundTier>> refundPolicy,
    @Schema(type = "object") Optional<JsonNode> metadata,
    Instant createdAt,
    Instant updatedAt)
    implements BookedRoom {

  private static final TypeReference<List<RefundTier>> TIERS = new TypeReference<>() {};

  /** The room after a decision. */
  public static Room of(RoomSnapshot room) {
    return new Room(
        room.getRoomId(),
        room.getName(),
        Optional.ofNullable(room.getDescription()),
        room.getCapacity(),
        room.getRoomType().name().toLowerCase(Locale.ROOT),
        Optional.ofNullable(room.getHourlyRate()),
        room.getCurrency(),
        room.getTimeZone(),
        room.getActive(),
        Optional.ofNullable(room.getRefundPolicy())
            .map(tiers -> tiers.stream().map(RefundTier::of).toList()),
        Optional.ofNullable(room.getMetadata()).map(JsonText::tree),
        room.getCreatedAt(),
        room.getUpdatedAt());
  }

  /** A row's room. */
  public static Room of(Row row) throws SQLException {
    return new Room(
        row.number("id"),
        row.text("name"),
        row.optionalText("description"),
        row.count("capacity"),
        row.text("room_type"),
        row.optionalMoney("hourly_rate"),
        row.text("currency"),
        row.text("time_zone"),
        row.flag("is_active"),
        row.optionalText("refund_policy").map(tiers -> JsonText.value(tiers, TIERS)),
        row.optionalText("metadata").map(JsonText::tree),
        row.instant("created_at"),
        row.instant("updated_at"));
  }
}
