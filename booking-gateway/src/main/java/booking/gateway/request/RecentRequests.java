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

  /** One request, and how it stands as far as this gateway has heard. */
  record Recent(long userId, long fingerprint, RequestStatus status) {}

  RecentRequests(RequestSettings settings) {
    this.recent =
        Caffeine.newBuilder()
            .maximumSize(settings.mostRemembered())
            .expireAfterWrite(settings.rememberedFor().toJavaDuration())
            .build();
  }

  /** Remembers a request; false if one with its id is remembered already, and stays so. */
  boolean remember(Submission submission) {
    Recent first =
        new Recent(
            submission.userId(),
            submission.identity().fingerprint(),
            RequestStatus.pending(submission.requestId()));
    return recent.asMap().putIfAbsent(submission.requestId(), first) == null;
  }

  Optional<Recent> find(String requestId) {
    return Optional.ofNullable(recent.getIfPresent(requestId));
  }

  void decided(RequestResult result) {
    recent
        .asMap()
        .computeIfPresent(
            result.getRequestId(),
            (id, was) -> new Recent(was.userId(), was.fingerprint(), RequestStatus.of(result)));
  }

  /** Forgets a request that has not reached the worker, as far as anyone knows. */
  void forget(Submission submission) {
    recent
        .asMap()
        .computeIfPresent(
            submission.requestId(), (id, was) -> was.status().isPending() ? null : was);
  }
}
