package booking.worker.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The slots that a room has already, to be asked whether another one fits between them. */
final class Overlaps {

  private final NavigableMap<Instant, Interval> byStart = new TreeMap<>();

  /**
   * @param planned slots of one room, which do not overlap each other
   */
  Overlaps(List<Interval> planned) {
    planned.forEach(interval -> byStart.put(interval.start(), interval));
  }

  boolean with(Interval wanted) {
    Map.Entry<Instant, Interval> before = byStart.lowerEntry(wanted.end());
    return before != null && before.getValue().overlaps(wanted);
  }
}
