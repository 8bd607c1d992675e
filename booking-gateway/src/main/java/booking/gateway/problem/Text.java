package booking.gateway.problem;

import java.util.Optional;

/** What a text may contain that people will read and Postgres will keep. */
final class Text {

  private Text() {}

  static Optional<String> fault(String text, int mostCodePoints, boolean severalLines) {
    if (text.codePointCount(0, text.length()) > mostCodePoints) {
      return Optional.of("must have at most " + mostCodePoints + " characters");
    }
    return text.codePoints().allMatch(point -> isReadable(point, severalLines))
        ? Optional.empty()
        : Optional.of("must not contain control characters or text direction overrides");
  }

  /** Control characters hide things from a reader, overrides show them in a false order. */
  private static boolean isReadable(int point, boolean severalLines) {
    if (point == '\n' || point == '\t') {
      return severalLines;
    }
    return !Character.isISOControl(point)
        && !isDirectionOverride(point)
        && Character.getType(point) != Character.SURROGATE;
  }

  private static boolean isDirectionOverride(int point) {
    return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
  }
}
