package booking.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bucket of tokens for each caller, one token a call. Bounded in memory: whose bucket is full
 * again is forgotten, which changes nothing for them. Safe for all threads.
 *
 * <p>A bucket is one number: the moment at which it will be full. Each token taken moves it on by
 * the time that one token takes to come back.
 */
final class CallRate {

  private static final int MOST_CALLERS = 100_000;

  private final long tokenNanos;
  private final long bucketNanos;
  private final Ticker nanos;
  private final Cache<String, AtomicLong> fullAt;

  /**
   * @param nanos a clock that never goes back
   */
  CallRate(RateSettings settings, Ticker nanos) {
    this.tokenNanos = TimeUnit.SECONDS.toNanos(1) / settings.perSecond();
    this.bucketNanos = tokenNanos * settings.burst();
    this.nanos = nanos;
    this.fullAt =
        Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofNanos(bucketNanos))
            .ticker(nanos)
            .build();
  }

  /** Takes a token of this caller's, if there is one. */
  boolean admits(String caller) {
    long now = nanos.read();
    AtomicLong bucket = fullAt.get(caller, unseen -> new AtomicLong(now));
    long full;
    long then;
    do {
      full = bucket.get();
      then = (full - now > 0 ? full : now) + tokenNanos;
      if (then - now > bucketNanos) {
        return false;
      }
    } while (!bucket.compareAndSet(full, then));
    return true;
  }
}
