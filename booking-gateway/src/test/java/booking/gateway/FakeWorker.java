package booking.gateway;

import booking.gateway.request.Outcome;
import booking.gateway.request.RequestStatus;
import booking.gateway.request.Requests;
import booking.gateway.request.Submission;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A worker that answers as the test says, and remembers what it was asked. */
final class FakeWorker implements Requests {

  final CopyOnWriteArrayList<Submission> submissions = new CopyOnWriteArrayList<>();
  final Map<String, RequestStatus> statuses = new ConcurrentHashMap<>();
  private volatile Function<Submission, CompletableFuture<Outcome>> answers =
      submission -> CompletableFuture.failedFuture(new AssertionError("no answer was set"));

  void answers(Function<Submission, CompletableFuture<Outcome>> next) {
    submissions.clear();
    answers = next;
  }

  /** Decides every request like this. */
  void decides(Function<String, booking.schemas.RequestResult> decision) {
    answers(
        submission ->
            CompletableFuture.completedFuture(
                new Outcome.Decided(decision.apply(submission.identity().requestId()))));
  }

  @Override
  public CompletableFuture<Outcome> submit(Submission submission) {
    submissions.add(submission);
    return answers.apply(submission);
  }

  @Override
  public Optional<RequestStatus> status(String requestId, long userId) {
    return Optional.ofNullable(statuses.get(userId + "/" + requestId));
  }
}
