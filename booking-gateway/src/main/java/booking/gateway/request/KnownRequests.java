package booking.gateway.request;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.gateway.request.Decisions.Decision;
import booking.gateway.request.RecentRequests.Recent;
import booking.schemas.RequestResult;
import java.util.Optional;

/**
 * What can be known here of requests made before: those that lately went through this gateway, and
 * those that the read model knows as decided.
 */
final class KnownRequests {

  private final RecentRequests recent;
  private final Decisions decisions;
  private final ReadModelWatch watch;

  KnownRequests(RecentRequests recent, Decisions decisions, ReadModelWatch watch) {
    this.recent = recent;
    this.decisions = decisions;
    this.watch = watch;
  }

  /** False if it was known already, as one that may have been taken. */
  boolean remember(Submission submission) {
    return recent.remember(submission);
  }

  /** Kafka has the request: the worker will decide it, and the result comes here. */
  void taken(Submission submission) {
    recent.taken(submission);
  }

  void decided(RequestResult result) {
    recent.decided(result);
  }

  /** Somebody was told the result, who need not ask again. */
  void told(Submission submission) {
    recent.told(submission);
  }

  /** The result, if nobody was told it yet who waited for it. */
  Optional<RequestResult> untold(Submission submission) {
    return recent.untold(submission.requestId());
  }

  /** Whether a result is to be heard here though the request is not sent again. */
  boolean isOnItsWay(Submission submission) {
    return recent.isOnItsWay(submission.requestId());
  }

  /** The request has not reached the worker, as far as anyone knows. */
  void forget(Submission submission) {
    recent.forget(submission);
  }

  /**
   * Refuses a request whose id was another one's. Best effort: the worker is the strict guard
   * within a timeslot, but only here can be seen that a key was used for another timeslot. Takes
   * note of a decision that the read model knows and that was not heard here.
   */
  void refuseReuse(Submission submission) {
    if (!submission.identity().chosenByClient()) {
      return;
    }
    if (recent.isReused(submission.identity())) {
      throw reused();
    }
    if (watch.isReachable() && untold(submission).isEmpty()) {
      decision(submission).ifPresent(decision -> compare(submission, decision));
    }
  }

  private Optional<Decision> decision(Submission submission) {
    try {
      return decisions.find(submission.requestId());
    } catch (ProblemException outage) {
      return Optional.empty();
    }
  }

  private void compare(Submission submission, Decision decision) {
    // What the catalogue does to timeslots carries its request's id too, and may be read first.
    boolean elsewhere =
        submission.timeslotId().isPresent()
            && !decision.timeslotId().equals(Optional.of(submission.timeslotId().getAsLong()));
    if (elsewhere) {
      throw reused();
    }
    // Should its result have been missed here, only the worker can tell it again.
    recent.decidedUnheard(submission.requestId(), decision.status());
  }

  /** As {@link Requests#status}. */
  Optional<RequestStatus> status(String requestId, long userId) {
    Optional<RequestStatus> here =
        recent.find(requestId).filter(was -> was.userId() == userId).map(Recent::status);
    boolean needsNoLook = here.filter(RequestStatus::isRejected).isPresent();
    if (needsNoLook || here.isPresent() && !watch.isReachable()) {
      return here;
    }
    try {
      return decisions
          .find(requestId)
          .filter(decision -> decision.userId() == userId)
          .map(Decision::status)
          // Accepted, but not to be read yet: whoever heard of it now could read back in time.
          .or(() -> here.map(status -> RequestStatus.pending(requestId)));
    } catch (ProblemException outage) {
      return Optional.of(here.orElseThrow(() -> outage));
    }
  }

  static ProblemException reused() {
    return new ProblemException(
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        "This Idempotency-Key came before, with another request.");
  }
}
