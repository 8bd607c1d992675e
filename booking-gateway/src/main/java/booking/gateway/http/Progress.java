package booking.gateway.http;

import java.util.OptionalLong;

/**
 * How a connection has moved since its last milestone: the head of a request has arrived, or an
 * answer has begun to leave.
 *
 * @param requests whose heads have arrived
 * @param answers that have begun to leave
 * @param in what has arrived between requests: a part of the next head
 * @param out what has left since the answer began
 */
record Progress(long requests, long answers, Flow in, Flow out) {

  /** A connection as the server counts it. */
  record Counts(long requests, long answers, long bytesIn, long bytesOut) {}

  /**
   * Bytes one way.
   *
   * @param bytes so far
   * @param movingSince when it first moved since the milestone, in nanoseconds; empty if not
   * @param moves whether it moved lately
   */
  record Flow(long bytes, OptionalLong movingSince, boolean moves) {

    static Flow at(long bytes) {
      return new Flow(bytes, OptionalLong.empty(), false);
    }

    Flow next(long now, long nanos) {
      boolean moved = now != bytes;
      OptionalLong since = moved && movingSince.isEmpty() ? OptionalLong.of(nanos) : movingSince;
      return new Flow(now, since, moved);
    }

    boolean isSlowerThan(long most, long nanos) {
      return moves && movingSince.isPresent() && nanos - movingSince.getAsLong() > most;
    }
  }

  static Progress of(Counts counts) {
    return new Progress(
        counts.requests(), counts.answers(), Flow.at(counts.bytesIn()), Flow.at(counts.bytesOut()));
  }

  /** The progress up to now; it begins anew at a milestone. */
  Progress next(Counts counts, long nanos) {
    return counts.requests() == requests && counts.answers() == answers
        ? new Progress(
            requests, answers, in.next(counts.bytesIn(), nanos), out.next(counts.bytesOut(), nanos))
        : of(counts);
  }

  /** True for a client that trickles: one that does nothing at all is idle, and not met here. */
  boolean isTooSlow(long headNanos, long takenNanos, long nanos) {
    // Between a request and its answer what arrives is a body, which has a bound of its own.
    boolean betweenRequests = answers >= requests;
    return betweenRequests
        && (in.isSlowerThan(headNanos, nanos) || out.isSlowerThan(takenNanos, nanos));
  }
}
