package booking.gateway.booking;

import booking.gateway.problem.MetadataRule;
import booking.gateway.problem.Violations;
import booking.schemas.command.Book;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** A user's wish for a seat, as it is sent. */
public record BookRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "4821")
        Optional<Long> timeslotId,
    @Schema(description = "If sent, the timeslot must be in this room.") Optional<Long> roomId,
    @Schema(maxLength = 2000) Optional<String> notes,
    @Schema(maxLength = 50) Optional<String> bookingType,
    @Schema(type = "object", description = "Any JSON object of at most 4096 bytes.")
        Optional<ObjectNode> metadata) {

  /** The command for the worker, or a VALIDATION_FAILED. */
  Book command() {
    Violations violations = new Violations();
    violations.required("timeslotId", timeslotId);
    violations.id("timeslotId", timeslotId);
    violations.id("roomId", roomId);
    violations.prose("notes", notes, 2000);
    violations.line("bookingType", bookingType, 50);
    Optional<String> kept = MetadataRule.text(violations, metadata);
    violations.refuseIfAny();
    return Book.newBuilder()
        .setRoomId(roomId.orElse(null))
        .setNotes(notes.orElse(null))
        .setBookingType(bookingType.orElse(null))
        .setMetadata(kept.orElse(null))
        .build();
  }
}
