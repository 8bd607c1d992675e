package booking.gateway.request;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.schemas.RequestResult;
import com.codahale.metrics.Counter;
import com.codahale.metrics.Timer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The way to the worker over Kafka. No thread waits for a result: the inbox, the watch or the
 * deadline completes the outcome, whichever comes first.
 */
public final class KafkaRequests implements Requests, Results {

  private final RequestSettings settings;
  private final RequestSender sender;
  private final ReadModelWatch watch;
  private final KnownRequests known;
  private final Map<String, PendingRequest> pending = new ConcurrentHashMap<>();
  private final Semaphore places;
  private final Timer decisionTimes = new Timer();
  private final Counter undecided = new Counter();
  private volatile boolean listening;

  /**
   * @param settings bounds
   * @param sender to Kafka
   * @param watch for what must be readable
   * @param decisions for what was decided before
   */
  public KafkaRequests(
      RequestSettings settings, RequestSender sender, ReadModelWatch watch, Decisions decisions) {
    this.settings = settings;
    this.sender = sender;
    this.watch = watch;
    this.known = new KnownRequests(new RecentRequests(settings), decisions, watch);
    this.places = new Semaphore(settings.mostWaiting());
  }

  /** How many requests wait for their outcome right now. */
  public int waiting() {
    return settings.mostWaiting() - places.availablePermits();
  }

  /** How long it took from a request's coming until its decision was heard. */
  public Timer decisionTimes() {
    return decisionTimes;
  }

  /** How many requests nobody had decided when their answer was due. */
  public Counter undecided() {
    return undecided;
  }

  @Override
  public void listening() {
    listening = true;
  }

  @Override
  public void decided(RequestResult result) {
    known.decided(result);
    Optional.ofNullable(pending.get(result.getRequestId()))
        .ifPresent(
            request -> {
              decisionTimes.update(request.age());
              heard(request, result);
            });
  }

  /** Answers with the result as soon as what it tells of can be read. */
  private void heard(PendingRequest request, RequestResult result) {
    request.decided(result);
    CompletableFuture<Void> readable =
        Landmark.of(result)
            .map(watch::reached)
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    readable.thenRun(request::answer);
    // Answered at the deadline, a request must not go on waiting in the watch.
    request.outcome().whenComplete((outcome, failure) -> readable.complete(null));
  }

  @Override
  public CompletableFuture<Outcome> submit(Submission submission) {
    try {
      return joined(submission).orElseGet(() -> begun(submission));
    } catch (ProblemException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private Optional<CompletableFuture<Outcome>> joined(Submission submission) {
    return Optional.ofNullable(pending.get(submission.requestId()))
        .map(first -> joined(first, submission));
  }

  private static CompletableFuture<Outcome> joined(PendingRequest first, Submission submission) {
    if (!first.isSameAs(submission)) {
      throw KnownRequests.reused();
    }
    return first.outcomeFor(submission);
  }

  private CompletableFuture<Outcome> begun(Submission submission) {
    if (!listening) {
      throw new ProblemException(
          ProblemCode.KAFKA_UNAVAILABLE, "The gateway does not hear the worker yet.");
    }
    known.refuseReuse(submission);
    if (!places.tryAcquire()) {
      throw new ProblemException(
          ProblemCode.OVERLOADED, "Nothing was sent; try again in a moment.");
    }
    PendingRequest request = new PendingRequest(submission);
    PendingRequest first = pending.putIfAbsent(submission.requestId(), request);
    if (first != null) {
      places.release();
      return joined(first, submission);
    }
    // First of all, so that an outcome that is there at once has somebody to hear it.
    CompletableFuture<Outcome> outcome = request.outcomeFor(submission);
    expect(request);
    bringOnItsWay(request);
    return outcome;
  }

  private void bringOnItsWay(PendingRequest request) {
    Optional<RequestResult> late = known.untold(request.submission());
    if (late.isPresent()) {
      request.sent();
      heard(request, late.get());
    } else if (known.isOnItsWay(request.submission())) {
      // The worker would only have to answer it twice, and those who wait behind it wait longer.
      request.sent();
    } else {
      send(request);
    }
  }

  /** Sees to it that the request is answered in time, and done with after it. */
  private void expect(PendingRequest request) {
    Submission submission = request.submission();
    CompletableFuture<Void> deadline =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, settings.answerWithin().toNanoseconds(), TimeUnit.NANOSECONDS);
    deadline.thenRun(() -> answerLate(request));
    request
        .outcome()
        .whenComplete(
            (outcome, failure) -> {
              if (outcome instanceof Outcome.Undecided) {
                undecided.inc();
              } else if (outcome instanceof Outcome.Decided && request.isAwaited()) {
                known.told(submission);
              }
              pending.remove(submission.requestId(), request);
              places.release();
              deadline.cancel(false);
            });
  }

  private void send(PendingRequest request) {
    Submission submission = request.submission();
    boolean isFirst = known.remember(submission);
    sender
        .send(submission)
        .whenComplete(
            (sent, failure) -> {
              if (failure == null) {
                known.taken(submission);
                request.sent();
              } else {
                if (isFirst) {
                  known.forget(submission);
                }
                request.failed(failure);
              }
            });
  }

  /**
   * The time to answer is over. A read model that is only behind will show the decision: who heard
   * of it now could read back in time. One that is away shows nothing, and the decision counts.
   */
  private void answerLate(PendingRequest request) {
    if (watch.isReachable()) {
      request.postpone();
    } else {
      request.answer();
    }
  }

  @Override
  public Optional<RequestStatus> status(String requestId, long userId) {
    return known.status(requestId, userId);
  }
}
