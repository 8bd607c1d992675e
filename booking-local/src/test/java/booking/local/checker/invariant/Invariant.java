package booking.local.checker.invariant;

import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;

/** One thing that must always be true, and the bookkeeping that sees whether it is. */
public interface Invariant {

  /**
   * Sees a record of the log; topics come in the order of reading.
   *
   * @param past what the log said before it
   */
  void see(LogRecord record, Past past);

  /** Sees what lies beside the log, when all of the log was seen. */
  default void conclude(Evidence evidence, Past past) {}

  Finding finding();
}
