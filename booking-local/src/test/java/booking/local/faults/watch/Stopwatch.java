package booking.local.faults.watch;

import java.time.Duration;
import java.util.Locale;

/** The time since it was made. */
public final class Stopwatch {

  private static final double MILLIS_IN_A_SECOND = 1000.0;

  private final long from = System.nanoTime();

  /** Whole seconds. */
  public long seconds() {
    return elapsed().toSeconds();
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /** In seconds, e.g. {@code 3.2}. */
  @Override
  public String toString() {
    return seconds(elapsed());
  }

  /** A time in seconds, e.g. {@code 3.2}. */
  public static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / MILLIS_IN_A_SECOND);
  }
}
