package booking.worker.stream;

/**
 * When a decision is worth a commit of its own. Whoever asked waits for the commit, which comes at
 * an interval; at a quiet hour there is nobody to share it with, and waiting for it would be most
 * of the answer's time. Shared by all tasks of a worker, since they share its threads and its
 * cores.
 */
final class CommitPace {

  private static final long WINDOW_MILLIS = 100;

  // With some 300 a second, two or three share a commit anyhow; with more, each would cost others.
  private static final int MOST_IN_TWO_WINDOWS = 45;

  private long window;
  private int now;
  private int before;

  /**
   * Takes note of a request that was decided.
   *
   * @param at time by the worker's clock, in milliseconds; no decision sees it
   * @return whether so few were decided lately that it should be committed at once
   */
  synchronized boolean isQuiet(long at) {
    long current = at / WINDOW_MILLIS;
    if (current != window) {
      before = current == window + 1 ? now : 0;
      now = 0;
      window = current;
    }
    now++;
    return before + now <= MOST_IN_TWO_WINDOWS;
  }
}
