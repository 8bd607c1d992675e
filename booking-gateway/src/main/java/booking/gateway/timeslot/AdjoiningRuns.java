package booking.gateway.timeslot;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Timeslots that follow one another without a gap, so that together they make a longer stay. */
final class AdjoiningRuns {

  private AdjoiningRuns() {}

  /**
   * Those slots from which a run covers the duration.
   *
   * @param slots of one room, by start
   */
  static List<Timeslot> covering(Duration duration, List<Timeslot> slots) {
    Map<Instant, Instant> runEnds = new HashMap<>();
    for (int i = slots.size() - 1; i >= 0; i--) {
      Timeslot slot = slots.get(i);
      runEnds.put(slot.startTime(), runEnds.getOrDefault(slot.endTime(), slot.endTime()));
    }
    return slots.stream()
        .filter(
            slot ->
                Duration.between(slot.startTime(), runEnds.get(slot.startTime()))
                        .compareTo(duration)
                    >= 0)
        .toList();
  }
}
