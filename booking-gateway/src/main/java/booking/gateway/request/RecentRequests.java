package booking.gateway.request;

import booking.schemas.RequestResult;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * The requests that lately went through this gateway: what a 202's client asks about, and what
 * shows that an Idempotency-Key comes with another request than before. Bounded in number and time;
 * the read model and the worker know the rest. Safe for all threads.
 */
final class RecentRequests {

  private final Cache<String, Recent> recent;
  // Kafka has them, and their results will be heard here.
  private final Cache<String, Boolean> taken;
  // Results that came when their clients had been told that nothing was decided.
  private final Cache<String, RequestResult> untold;

  /** One request, and how it stands as far as this gateway has heard. */
  record Recent(long userId, RequestIdentity identity, RequestStatus status) {

    Recent with(RequestStatus newer) {
      return new Recent(userId, identity, newer);
    }
  }

  RecentRequests(RequestSettings settings) {
    this.recent =
        Caffeine.newBuilder()
            .maximumSize(settings.mostRemembered())
            .expireAfterWrite(settings.rememberedFor().toJavaDuration())
            .build();
    this.taken = forRepeats(settings);
    this.untold = forRepeats(settings);
  }

  /** Of as many requests as may wait at once, and only for so long that their clients come back. */
  private static <T> Cache<String, T> forRepeats(RequestSettings settings) {
    return Caffeine.newBuilder()
        .maximumSize(settings.mostWaiting())
        .expireAfterWrite(settings.resendAfter().toJavaDuration())
        .build();
  }

  /** Remembers a request; false if one with its id is remembered already, and stays so. */
  boolean remember(Submission submission) {
    Recent first =
        new Recent(
            submission.userId(),
            submission.identity(),
            RequestStatus.pending(submission.requestId()));
    return recent.asMap().putIfAbsent(submission.requestId(), first) == null;
  }

  Optional<Recent> find(String requestId) {
    return Optional.ofNullable(recent.getIfPresent(requestId));
  }

  /** Kafka has the request. */
  void taken(Submission submission) {
    taken.put(submission.requestId(), true);
  }

  /** Whether the request's result has yet to be heard here. */
  boolean isOnItsWay(String requestId) {
    // That Kafka has it may have been heard after the result.
    return taken.getIfPresent(requestId) != null
        && find(requestId).filter(was -> was.status().isPending()).isPresent();
  }

  void decided(RequestResult result) {
    String requestId = result.getRequestId();
    decided(requestId, RequestStatus.of(result));
    if (find(requestId).filter(was -> was.identity().chosenByClient()).isPresent()) {
      untold.put(requestId, result);
    }
  }

  /** It was decided, as is known from elsewhere: its result may have been missed here. */
  void decided(String requestId, RequestStatus status) {
    recent.asMap().computeIfPresent(requestId, (id, was) -> was.with(status));
    taken.invalidate(requestId);
  }

  /** The result that its client may come back for, if nobody was told it yet. */
  Optional<RequestResult> untold(String requestId) {
    return Optional.ofNullable(untold.getIfPresent(requestId));
  }

  void told(Submission submission) {
    untold.invalidate(submission.requestId());
  }

  /** Forgets a request that has not reached the worker, as far as anyone knows. */
  void forget(Submission submission) {
    recent
        .asMap()
        .computeIfPresent(
            submission.requestId(), (id, was) -> was.status().isPending() ? null : was);
  }
}
