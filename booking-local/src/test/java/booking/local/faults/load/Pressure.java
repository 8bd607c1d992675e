package booking.local.faults.load;

import java.util.Map;
import java.util.TreeMap;

/**
 * How hard the callers press, and what came instead of answers since it was last asked. Safe to
 * share between threads.
 */
final class Pressure {

  private final Pace pace;
  private final Map<String, Long> errors = new TreeMap<>();
  private volatile boolean readsMayLag;

  Pressure(int perSecond) {
    this.pace = new Pace(perSecond);
  }

  Pace pace() {
    return pace;
  }

  /** Whether what was decided may not be readable yet, since Postgres is away. */
  boolean readsMayLag() {
    return readsMayLag;
  }

  void readsMayLag(boolean now) {
    readsMayLag = now;
  }

  synchronized void saw(Telling told) {
    if (told.isUnknown()) {
      errors.merge(told.code().orElse("?"), 1L, Long::sum);
    }
  }

  /** What callers saw instead of a yes or no since {@link #takeErrors}, by its code. */
  synchronized Map<String, Long> errors() {
    return Map.copyOf(errors);
  }

  /** The same, to be forgotten now. */
  synchronized Map<String, Long> takeErrors() {
    Map<String, Long> taken = errors();
    errors.clear();
    return taken;
  }
}
