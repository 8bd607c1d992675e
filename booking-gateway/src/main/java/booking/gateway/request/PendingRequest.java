package booking.gateway.request;

import booking.gateway.request.Outcome.Decided;
import booking.gateway.request.Outcome.Undecided;
import booking.schemas.RequestResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One request on its way, and the outcome that all who asked it share. Safe for all threads. */
final class PendingRequest {

  private final Submission submission;
  private final long begunNanos = System.nanoTime();
  private final CompletableFuture<Void> sent = new CompletableFuture<>();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private volatile Optional<RequestResult> result = Optional.empty();
  private volatile boolean awaited;

  PendingRequest(Submission submission) {
    this.submission = submission;
  }

  Submission submission() {
    return submission;
  }

  /** How long ago it came. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begunNanos);
  }

  boolean isSameAs(Submission other) {
    return submission.identity().fingerprint() == other.identity().fingerprint()
        && submission.userId() == other.userId();
  }

  /** The outcome for a client that waits, or for one that only wants to know it was taken. */
  CompletableFuture<Outcome> outcomeFor(Submission asked) {
    if (!asked.waits()) {
      return sent.thenApply(taken -> undecided());
    }
    awaited = true;
    return outcome.copy();
  }

  /** Whether anybody hears the outcome. */
  boolean isAwaited() {
    return awaited;
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  void sent() {
    sent.complete(null);
  }

  /** It could not be sent: nobody waits any more. */
  void failed(Throwable failure) {
    sent.completeExceptionally(failure);
    outcome.completeExceptionally(failure);
  }

  void decided(RequestResult decision) {
    result = Optional.of(decision);
  }

  /** Answers with the decision, if there is one by now. */
  void answer() {
    outcome.complete(result.<Outcome>map(Decided::new).orElseGet(this::undecided));
  }

  /** Answers that nothing can be told yet. */
  void postpone() {
    outcome.complete(undecided());
  }

  private Outcome undecided() {
    return new Undecided(submission.requestId());
  }
}
