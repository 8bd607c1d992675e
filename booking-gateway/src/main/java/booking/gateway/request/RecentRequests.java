package booking.gateway.request;

import booking.schemas.RequestResult;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The requests that lately went through this gateway: what a 202's client asks about, and what
 * shows that an Idempotency-Key comes with another request than before. Bounded in number and time;
 * the read model and the worker know the rest. Safe for all threads.
 */
final class RecentRequests {

  private final Cache<String, Recent> recent;
  // Those that may come again. Kafka has them, and their results will be heard here.
  private final Cache<String, RequestIdentity> taken;
  // Results that nobody was told yet who waited for them.
  private final Cache<String, Untold> untold;

  private record Untold(RequestIdentity identity, RequestResult result) {}

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
    this.taken = forRepeats(settings, settings.mostRemembered());
    this.untold = forRepeats(settings, settings.mostWaiting());
  }

  /** Only for so long that their clients come back. */
  private static <T> Cache<String, T> forRepeats(RequestSettings settings, int most) {
    return Caffeine.newBuilder()
        .maximumSize(most)
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

  /** Whether the id is known as that of another request. */
  boolean isReused(RequestIdentity identity) {
    String requestId = identity.requestId();
    return Stream.of(
            find(requestId).map(Recent::identity),
            Optional.ofNullable(taken.getIfPresent(requestId)),
            Optional.ofNullable(untold.getIfPresent(requestId)).map(Untold::identity))
        .flatMap(Optional::stream)
        .anyMatch(known -> known.fingerprint() != identity.fingerprint());
  }

  /** Kafka has the request. */
  void taken(Submission submission) {
    if (submission.identity().chosenByClient()) {
      taken.put(submission.requestId(), submission.identity());
    }
  }

  /** Whether the request's result has yet to be heard here. */
  boolean isOnItsWay(String requestId) {
    // That Kafka has it may have been heard after the result.
    return taken.getIfPresent(requestId) != null
        && find(requestId).filter(was -> !was.status().isPending()).isEmpty();
  }

  void decided(RequestResult result) {
    String requestId = result.getRequestId();
    Optional.ofNullable(taken.getIfPresent(requestId))
        .or(() -> find(requestId).map(Recent::identity))
        .filter(RequestIdentity::chosenByClient)
        .ifPresent(identity -> untold.put(requestId, new Untold(identity, result)));
    recent.asMap().computeIfPresent(requestId, (id, was) -> was.with(RequestStatus.of(result)));
    taken.invalidate(requestId);
  }

  /** It was decided, as is known from elsewhere: its result may have been missed here. */
  void decidedUnheard(String requestId, RequestStatus status) {
    recent
        .asMap()
        .computeIfPresent(
            requestId, (id, was) -> was.status().isPending() ? was.with(status) : was);
    taken.invalidate(requestId);
  }

  /** The result that its client may come back for, if nobody was told it yet. */
  Optional<RequestResult> untold(String requestId) {
    return Optional.ofNullable(untold.getIfPresent(requestId)).map(Untold::result);
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
