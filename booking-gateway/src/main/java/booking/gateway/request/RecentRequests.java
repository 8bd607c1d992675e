package booking.gateway.request;

import booking.schemas.RequestResult;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The requests that lately went through this gateway: what a 202's client asks about, and what
 * shows that an Idempotency-Key comes with another request than before. Bounded in number and time;
 * the read model and the worker know the rest. Safe for all threads.
 */
final class RecentRequests {

  private final Cache<String, Recent> recent;

  /**
   * One request, and how it stands as far as this gateway has heard.
   *
   * @param taken by Kafka, so that its result will be heard here
   * @param untold its result, while nobody was told of it who might ask again
   */
  record Recent(
      long userId,
      RequestIdentity identity,
      RequestStatus status,
      boolean taken,
      Optional<RequestResult> untold) {

    static Recent of(Submission submission) {
      RequestStatus status = RequestStatus.pending(submission.requestId());
      return new Recent(
          submission.userId(), submission.identity(), status, false, Optional.empty());
    }

    Recent asTaken() {
      return new Recent(userId, identity, status, true, untold);
    }

    Recent asDecided(RequestResult result) {
      return new Recent(
          userId,
          identity,
          RequestStatus.of(result),
          taken,
          Optional.of(result).filter(any -> identity.chosenByClient()));
    }

    Recent asDecided(RequestStatus decided) {
      return status.isPending() ? new Recent(userId, identity, decided, taken, untold) : this;
    }

    Recent asTold() {
      return new Recent(userId, identity, status, taken, Optional.empty());
    }

    /** True while its result has yet to be heard. */
    boolean isOnItsWay() {
      return taken && status.isPending();
    }
  }

  RecentRequests(RequestSettings settings) {
    this.recent =
        Caffeine.newBuilder()
            .maximumSize(settings.mostRemembered())
            .expireAfterWrite(settings.rememberedFor().toJavaDuration())
            .build();
  }

  /** Remembers a request; false if one with its id is remembered already, and stays so. */
  boolean remember(Submission submission) {
    return recent.asMap().putIfAbsent(submission.requestId(), Recent.of(submission)) == null;
  }

  Optional<Recent> find(String requestId) {
    return Optional.ofNullable(recent.getIfPresent(requestId));
  }

  /** Takes note of what has become of a request, if it is remembered. */
  void note(String requestId, UnaryOperator<Recent> change) {
    recent.asMap().computeIfPresent(requestId, (id, was) -> change.apply(was));
  }

  /** Forgets a request that has not reached the worker, as far as anyone knows. */
  void forget(Submission submission) {
    recent
        .asMap()
        .computeIfPresent(
            submission.requestId(), (id, was) -> was.status().isPending() ? null : was);
  }
}
