package booking.local.faults;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault that is told in a line: a row of the matrix and the method that does it.
 *
 * @param row of the matrix, e.g. {@code A1}
 * @param what is done, in a few words
 * @param silenceGoal the silence that is allowed, if there is a goal
 */
public record Row(
    String row, String what, Times often, Optional<Duration> silenceGoal, Striking striking)
    implements Fault {

  /** What is done to the system. */
  public interface Striking {

    /** As {@link Fault#strike}. */
    Strike strike(Scene scene) throws Exception;
  }

  /** A fault with no goal for its silence. */
  public static Row of(String row, String what, Times often, Striking striking) {
    return new Row(row, what, often, Optional.empty(), striking);
  }

  /** The same, whose silence should not be longer. */
  public Row within(Duration goal) {
    return new Row(row, what, often, Optional.of(goal), striking);
  }

  @Override
  public int times(Tier tier) {
    return often.in(tier);
  }

  @Override
  public Strike strike(Scene scene) throws Exception {
    return striking.strike(scene);
  }
}
