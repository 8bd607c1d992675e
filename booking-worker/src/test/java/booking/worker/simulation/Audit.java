package booking.worker.simulation;

import java.util.Arrays;

/** A judge that knows no rule but what must always be true of the topics. */
interface Audit {

  /**
   * Reads on.
   *
   * @throws AssertionError if something is not true any more
   */
  void read(Step step);

  /** Requires an invariant, by its name in the list of faults; tells about what it failed. */
  static void require(boolean holds, String invariant, Object... about) {
    if (!holds) {
      throw new AssertionError(invariant + ": " + Arrays.toString(about));
    }
  }
}
