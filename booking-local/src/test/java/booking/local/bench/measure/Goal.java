package booking.local.bench.measure;

import java.util.Locale;

/**
 * What a figure should come to.
 *
 * @param kind how it is judged
 * @param must of a ratio in hundredths, of a time in its unit
 * @param aim the same, further
 */
public record Goal(Kind kind, long must, long aim) {

  /** How a figure is judged. */
  public enum Kind {
    /** At least so many times the baseline. */
    RATIO_AT_LEAST,
    /** No more than so much. */
    VALUE_AT_MOST
  }

  /** At least so many hundredths of the baseline. */
  public static Goal ratio(int must, int aim) {
    return new Goal(Kind.RATIO_AT_LEAST, must, aim);
  }

  public static Goal atMost(long must, long aim) {
    return new Goal(Kind.VALUE_AT_MOST, must, aim);
  }

  /** Whether the figure is as it must be. */
  boolean isMet(Figure figure) {
    return isReached(figure, must);
  }

  /** In a word: {@code aim}, {@code met} or {@code MISSED}. */
  String verdict(Figure figure) {
    if (isReached(figure, aim)) {
      return "aim";
    }
    return isMet(figure) ? "met" : "MISSED";
  }

  private boolean isReached(Figure figure, long bound) {
    return switch (kind) {
      case RATIO_AT_LEAST -> figure.ratios().median() >= bound;
      case VALUE_AT_MOST -> figure.ours().median() <= bound;
    };
  }

  /** Both bounds, in the figure's unit. */
  String text(Unit unit) {
    return switch (kind) {
      case RATIO_AT_LEAST -> "≥ %s×, aim %s×".formatted(times(must), times(aim));
      case VALUE_AT_MOST -> "≤ %s, aim %s".formatted(unit.text(must), unit.text(aim));
    };
  }

  /** Hundredths as a factor. */
  public static String times(long hundredths) {
    return String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
  }
}
