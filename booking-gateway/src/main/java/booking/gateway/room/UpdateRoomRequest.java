package booking.gateway.room;

import booking.gateway.json.Change;
import booking.gateway.problem.Violations;
import booking.schemas.command.UpdateRoom;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An admin's wish to change a room, as it is sent: what is left out stays as it is. */
@Schema(
    description =
        "Fields left out stay as they are; null empties description, hourlyRate, refundPolicy and"
            + " metadata. What was promised to bookings already made does not change.")
public record UpdateRoomRequest(
    @Schema(maxLength = 100) Optional<String> name,
    @Schema(implementation = String.class, maxLength = 2000, nullable = true)
        Change<String> description,
    @Schema(allowableValues = {"office", "consultation", "meeting", "treatment"})
        Optional<String> roomType,
    @Schema(minimum = "1", description = "People.") Optional<Integer> capacity,
    @Schema(implementation = BigDecimal.class, nullable = true) Change<BigDecimal> hourlyRate,
    @Schema(description = "ISO 4217.") Optional<String> currency,
    @Schema(description = "IANA.") Optional<String> timeZone,
    @Schema(description = "false closes the room's future timeslots.") Optional<Boolean> isActive,
    @ArraySchema(schema = @Schema(implementation = RefundTier.class))
        Change<List<RefundTier>> refundPolicy,
    @Schema(type = "object", implementation = Object.class, nullable = true)
        Change<ObjectNode> metadata,
    @Schema(
            defaultValue = "false",
            description = "With isActive false: cancel the future bookings too, in full.")
        Optional<Boolean> cancelBookings) {

  /** The command for the worker, or a VALIDATION_FAILED. */
  UpdateRoom command(long roomId) {
    Violations violations = new Violations();
    RoomFields fields = new RoomFields(violations);
    fields.name(name);
    fields.description(description.put());
    fields.capacity(capacity);
    fields.currency(currency);
    fields.timeZone(timeZone);
    UpdateRoom.Builder command =
        UpdateRoom.newBuilder()
            .setRoomId(roomId)
            .setName(name.orElse(null))
            .setDescription(description.put().orElse(null))
            .setRoomType(fields.roomType(roomType).orElse(null))
            .setCapacity(capacity.orElse(null))
            .setHourlyRate(violations.money("hourlyRate", hourlyRate.put()).orElse(null))
            .setCurrency(currency.orElse(null))
            .setTimeZone(timeZone.orElse(null))
            .setActive(isActive.orElse(null))
            .setRefundPolicy(fields.refundPolicy(refundPolicy.put()).orElse(null))
            .setMetadata(fields.metadata(metadata.put()).orElse(null))
            .setCleared(cleared())
            .setCancelBookings(cancelBookings.orElse(false));
    violations.refuseIfAny();
    return command.build();
  }

  private List<String> cleared() {
    List<String> names = new ArrayList<>();
    Map.of(
            "description", description,
            "hourlyRate", hourlyRate,
            "refundPolicy", refundPolicy,
            "metadata", metadata)
        .forEach(
            (name, change) -> {
              if (change.isClear()) {
                names.add(name);
              }
            });
    names.sort(null);
    return names;
  }
}
