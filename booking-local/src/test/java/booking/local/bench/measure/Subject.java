package booking.local.bench.measure;

import java.util.Optional;

/**
 * What a figure is about.
 *
 * @param name short and unique, e.g. {@code decide}
 * @param what ours does, in words
 * @param baseline what it is compared with, in words; empty if with nothing
 * @param goal empty if the figure is only for the eye
 */
public record Subject(String name, String what, String baseline, Unit unit, Optional<Goal> goal) {

  /** The same subject with something to reach. */
  public Subject toReach(Goal wanted) {
    return new Subject(name, what, baseline, unit, Optional.of(wanted));
  }

  public static Subject of(String name, Unit unit, String what, String baseline) {
    return new Subject(name, what, baseline, unit, Optional.empty());
  }
}
