package booking.worker.stream;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long ago the count of commits last grew, as seen by whoever looks now and then: as exact as
 * the looks are frequent. Safe to use from any thread.
 */
final class CommitAge {

  private final LongSupplier nanos;
  private double count;
  private long grewAt;

  /**
   * @param nanos a clock that only runs forward, in nanoseconds
   */
  CommitAge(LongSupplier nanos) {
    this.nanos = nanos;
    this.grewAt = nanos.getAsLong();
  }

  /** The age, now that the count is this. */
  synchronized Duration now(double committed) {
    long now = nanos.getAsLong();
    if (committed != count) {
      count = committed;
      grewAt = now;
    }
    return Duration.ofNanos(now - grewAt);
  }
}
