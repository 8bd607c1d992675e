package booking.local.faults;

import java.time.Duration;
import java.util.Optional;

/** One row of the fault matrix: something bad that can be done to a system at work. */
public interface Fault {

  /** The row, e.g. {@code A1}. */
  String row();

  /** What is done, in a few words. */
  String what();

  /** How often it is done in a run of this tier; 0 for not at all. */
  int times(Tier tier);

  /** The silence that is allowed, if there is a goal. To miss it is told, and fails nothing. */
  default Optional<Duration> silenceGoal() {
    return Optional.empty();
  }

  /**
   * Does it once, and mends what it broke: when this returns every server of the cluster runs
   * again, though it may still be catching up.
   *
   * @throws Exception when it could not be done, which fails the run
   */
  Strike strike(Scene scene) throws Exception;
}
