package booking.gateway.http;

import java.util.OptionalLong;

/**
 * How a connection has moved since its last milestone: the head of a request has arrived, or an
 * answer has begun to leave. Times are in nanoseconds.
 *
 * @param counts when last looked at
 * @param milestoneAt when the milestone was seen
 * @param headBegan when something first arrived after it
 * @param arrives whether something arrived lately
 * @param leaves whether something left lately
 */
record Progress(
    Counts counts, long milestoneAt, OptionalLong headBegan, boolean arrives, boolean leaves) {

  /**
   * A connection as the server counts it.
   *
   * @param requests whose heads have arrived
   * @param answers that have begun to leave
   */
  record Counts(long requests, long answers, long bytesIn, long bytesOut) {

    boolean isAtTheMilestoneOf(Counts other) {
      return requests == other.requests && answers == other.answers;
    }
  }

  static Progress of(Counts counts, long nanos) {
    return new Progress(counts, nanos, OptionalLong.empty(), true, true);
  }

  /** The progress up to now; it begins anew at a milestone. */
  Progress next(Counts now, long nanos) {
    if (!now.isAtTheMilestoneOf(counts)) {
      return of(now, nanos);
    }
    boolean arrived = now.bytesIn() != counts.bytesIn();
    OptionalLong began = arrived && headBegan.isEmpty() ? OptionalLong.of(nanos) : headBegan;
    return new Progress(now, milestoneAt, began, arrived, now.bytesOut() != counts.bytesOut());
  }

  /** True for a client that trickles: one that does nothing at all is idle, and not met here. */
  boolean isTooSlow(long headNanos, long takenNanos, long nanos) {
    boolean slowHead = arrives && nanos - headBegan.orElse(nanos) > headNanos;
    boolean slowlyTaken = leaves && nanos - milestoneAt > takenNanos;
    return isBetweenRequests() && (slowHead || slowlyTaken);
  }

  /** True for a connection that owes nobody anything, and on which nothing has moved lately. */
  boolean isStill() {
    return isBetweenRequests() && !arrives && !leaves;
  }

  /** Between a request and its answer what arrives is a body, which has a bound of its own. */
  private boolean isBetweenRequests() {
    return counts.answers() >= counts.requests();
  }
}
