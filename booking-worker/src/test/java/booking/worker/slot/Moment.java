package booking.worker.slot;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as the tables write them, from the start of the slot: T, T-24:00, T-23:59:59.999, T+1:00.
 */
final class Moment {

  /** T of all tables. */
  static final Instant START = Instant.parse("2027-03-02T12:00:00Z");

  private static final Pattern WRITTEN =
      Pattern.compile("T(?:([+-])(\\d+):(\\d\\d)(?::(\\d\\d)\\.(\\d{3}))?)?");

  private Moment() {}

  static Instant at(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException("no such time: " + text);
    }
    if (written.group(1) == null) {
      return START;
    }
    Duration away =
        Duration.ofHours(number(written, 2))
            .plusMinutes(number(written, 3))
            .plusSeconds(number(written, 4))
            .plusMillis(number(written, 5));
    return written.group(1).equals("-") ? START.minus(away) : START.plus(away);
  }

  /** The time as the tables write it; without seconds if there are none. */
  static String words(Instant instant) {
    Duration away = Duration.between(START, instant);
    if (away.isZero()) {
      return "T";
    }
    Duration size = away.abs();
    String minutes =
        String.format(
            "T%s%d:%02d", away.isNegative() ? "-" : "+", size.toHours(), size.toMinutesPart());
    return size.equals(Duration.ofMinutes(size.toMinutes()))
        ? minutes
        : minutes + String.format(":%02d.%03d", size.toSecondsPart(), size.toMillisPart());
  }

  private static long number(Matcher written, int group) {
    return written.group(group) == null ? 0 : Long.parseLong(written.group(group));
  }
}
