package booking.gateway.room;

import booking.gateway.problem.Violations;
import booking.schemas.command.CreateRoom;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An admin's wish for a room, as it is sent. */
public record CreateRoomRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 100) Optional<String> name,
    @Schema(maxLength = 2000) Optional<String> description,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"office", "consultation", "meeting", "treatment"})
        Optional<String> roomType,
    @Schema(minimum = "1", defaultValue = "1", description = "People.") Optional<Integer> capacity,
    @Schema(description = "Left out: not priced.", example = "80.00")
        Optional<BigDecimal> hourlyRate,
    @Schema(description = "ISO 4217; left out: the house's.", example = "EUR")
        Optional<String> currency,
    @Schema(description = "IANA; left out: the house's.", example = "Europe/Berlin")
        Optional<String> timeZone,
    @Schema(defaultValue = "true") Optional<Boolean> isActive,
    @Schema(description = "Left out: the house's.") Optional<List<RefundTier>> refundPolicy,
    @Schema(type = "object", description = "At most 4096 bytes.") Optional<ObjectNode> metadata) {

  /** The command for the worker, or a VALIDATION_FAILED. */
  CreateRoom command() {
    Violations violations = new Violations();
    RoomFields fields = new RoomFields(violations);
    violations.required("name", name);
    violations.required("roomType", roomType);
    fields.name(name);
    fields.description(description);
    fields.capacity(capacity);
    fields.currency(currency);
    fields.timeZone(timeZone);
    CreateRoom.Builder command =
        CreateRoom.newBuilder()
            .setCapacity(capacity.orElse(1))
            .setCurrency(currency.orElse(null))
            .setTimeZone(timeZone.orElse(null))
            .setDescription(description.orElse(null))
            .setActive(isActive.orElse(true))
            .setHourlyRate(violations.money("hourlyRate", hourlyRate).orElse(null))
            .setRefundPolicy(fields.refundPolicy(refundPolicy).orElse(null))
            .setMetadata(fields.metadata(metadata).orElse(null));
    fields.roomType(roomType).ifPresent(command::setRoomType);
    violations.refuseIfAny();
    return command.setName(name.orElseThrow()).build();
  }
}
