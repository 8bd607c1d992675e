package booking.worker.catalog;

import java.time.Instant;

/** A stretch of time: its start is in it, its end is not. */
public record Interval(Instant start, Instant end) {

  boolean overlaps(Interval other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
