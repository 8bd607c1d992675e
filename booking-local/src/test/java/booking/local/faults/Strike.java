package booking.local.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What a fault found out by itself.
 *
 * @param figures in words, for the table, e.g. {@code fenced commits 3}
 * @param violations of what must hold, each in a sentence; any fails the run
 */
public record Strike(List<String> figures, List<String> violations) {

  public Strike {
    figures = List.copyOf(figures);
    violations = List.copyOf(violations);
  }

  /** Nothing but what everybody can see. */
  public static Strike plain() {
    return new Strike(List.of(), List.of());
  }

  /** One figure more. */
  public Strike with(String figure) {
    return new Strike(plus(figures, figure), violations);
  }

  /** One violation more, if it did not hold. */
  public Strike mustHold(boolean held, String violation) {
    return held ? this : new Strike(figures, plus(violations, violation));
  }

  private static List<String> plus(List<String> some, String more) {
    List<String> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }
}
