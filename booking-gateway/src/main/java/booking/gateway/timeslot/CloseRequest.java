package booking.gateway.timeslot;

import booking.schemas.command.CloseTimeslot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** An admin's wish to close a timeslot, as it is sent. */
public record CloseRequest(
    @Schema(
            defaultValue = "false",
            description = "Cancel every live booking of the slot as the venue does, in full.")
        Optional<Boolean> cancelBookings) {

  static CloseRequest unlessSent() {
    return new CloseRequest(Optional.empty());
  }

  CloseTimeslot command() {
    return new CloseTimeslot(cancelBookings.orElse(false));
  }
}
