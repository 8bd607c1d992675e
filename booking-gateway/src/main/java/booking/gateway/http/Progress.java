package booking.gateway.http;

import java.util.OptionalLong;

/**
 * How a connection has moved since its last milestone: the head of a request has arrived, or an
 * answer has begun to leave. Times are in nanoseconds.
 *
 * @param counts when last looked at
 * @param milestoneAt when the milestone was seen
 * @param movedAt when something was last seen to have arrived or left
 * @param headBegan when something first arrived after it
 * @param arrives whether something arrived lately
 * @param leaves whether something left lately
 */
record Progress(
    Counts counts,
    long milestoneAt,
    long movedAt,
    OptionalLong headBegan,
    boolean arrives,
    boolean leaves) {

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
    return new Progress(counts, nanos, nanos, OptionalLong.empty(), true, true);
  }

  /** The progress up to now; it begins anew at a milestone. */
  Progress next(Counts now, long nanos) {
    if (!now.isAtTheMilestoneOf(counts)) {
      return of(now, nanos);
    }
    boolean arrived = now.bytesIn() != counts.bytesIn();
    OptionalLong began = arrived && headBegan.isEmpty() ? OptionalLong.of(nanos) : headBegan;
    boolean left = now.bytesOut() != counts.bytesOut();
    long moved = arrived || left ? nanos : movedAt;
    return new Progress(now, milestoneAt, moved, began, arrived, left);
  }

  /** True for a client that trickles: one that does nothing at all is idle, and not met here. */
  boolean isTooSlow(long headNanos, long takenNanos, long nanos) {
    boolean slowHead = arrives && nanos - headBegan.orElse(nanos) > headNanos;
    boolean slowlyTaken = leaves && nanos - milestoneAt > takenNanos;
    return isBetweenRequests() && (slowHead || slowlyTaken);
  }

  /** True for a connection that owes nobody anything, and on which nothing moves for so long. */
  boolean isStill(long stillNanos, long nanos) {
    return isBetweenRequests() && nanos - movedAt >= stillNanos;
  }

  /** Between a request and its answer what arrives is a body, which has a bound of its own. */
  private boolean isBetweenRequests() {
    return counts.answers() >= counts.requests();
  }
}
