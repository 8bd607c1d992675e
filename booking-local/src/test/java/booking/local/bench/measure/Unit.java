package booking.local.bench.measure;

import java.util.Locale;

/** What a figure counts, always in whole numbers. */
public enum Unit {
  PER_SECOND,
  MICROS,
  NANOS;

  /** With as many digits as a reader wants. */
  public String text(long value) {
    return switch (this) {
      case PER_SECOND -> String.format(Locale.ROOT, "%,d/s", value);
      case MICROS -> millis(value);
      case NANOS -> String.format(Locale.ROOT, "%,d ns", value);
    };
  }

  private static String millis(long micros) {
    return micros < 1_000_000
        ? String.format(Locale.ROOT, "%.1f ms", micros / 1e3)
        : String.format(Locale.ROOT, "%.2f s", micros / 1e6);
  }
}
