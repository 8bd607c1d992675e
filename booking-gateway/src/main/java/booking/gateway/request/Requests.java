package booking.gateway.request;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way to the worker. */
public interface Requests {

  /**
   * Sends a request and waits for what it comes to. The same request again, while the first is on
   * its way or until somebody was told what it came to, shares its outcome and is not sent.
   *
   * @return fails with a {@link booking.gateway.problem.ProblemException}: KAFKA_UNAVAILABLE,
   *     OVERLOADED or IDEMPOTENCY_KEY_REUSED
   */
  CompletableFuture<Outcome> submit(Submission submission);

  /**
   * How a user's own request stands; empty for one that is unknown or another's.
   *
   * @throws booking.gateway.problem.ProblemException READ_MODEL_UNAVAILABLE when only the read
   *     model could tell
   */
  Optional<RequestStatus> status(String requestId, long userId);
}
