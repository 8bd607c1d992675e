package booking.gateway.timeslot;

import booking.schemas.GeneratedTimeslots;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a generation has made.
 *
 * @param count of new slots
 * @param skipped slots that would have overlapped another, begun in the past, or begun at a time
 *     that a clock change leaves out
 */
public record Generated(
    @Schema(example = "Generated 16 timeslots") String message, int count, int skipped) {

  static Generated of(GeneratedTimeslots made) {
    return new Generated(
        "Generated " + made.getCount() + " timeslots", made.getCount(), made.getSkipped());
  }
}
