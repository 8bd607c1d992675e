package booking.local.faults.load;

import booking.gateway.request.RequestIdentity;
import booking.local.Http;
import booking.local.faults.history.Call;
import booking.local.faults.history.History;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Someone who calls the gateways: at one, and when that one does not help, at the next with the
 * same key, until there is an answer or there has been none for very long.
 */
final class Caller {

  private static final InstantSource CLOCK = Clock.systemUTC();
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);

  private final long user;
  private final List<Http> gateways;
  private final History history;
  private final Pressure pressure;
  private int turn;

  Caller(long user, List<Http> gateways, Pressure pressure, History history) {
    this.user = user;
    this.gateways = gateways;
    this.history = history;
    this.pressure = pressure;
    this.turn = (int) (user % gateways.size());
  }

  /** Calls until somebody says yes or no; what is still unknown after minutes stays unknown. */
  Telling insist(Wish wish) {
    long from = System.nanoTime();
    Telling told = call(wish);
    while (told.isUnknown() && System.nanoTime() - from < PATIENCE_NANOS) {
      turn++;
      LockSupport.parkNanos(PAUSE_NANOS);
      told = call(wish);
    }
    return told;
  }

  /** Calls once. */
  Telling call(Wish wish) {
    pressure.pace().await();
    Http gateway = gateways.get(turn % gateways.size());
    Http keyed = wish.key().map(key -> gateway.with("Idempotency-Key", key)).orElse(gateway);
    Instant started = CLOCK.instant();
    Telling told =
        keyed
            .sending(wish.method(), wish.path(), wish.body())
            .handle((answer, failure) -> failure == null ? Telling.of(answer) : broken(failure))
            .join();
    history.add(
        new Call(
            user,
            wish.kind(),
            wish.key().map(key -> RequestIdentity.of(user, List.of(key), 0).requestId()),
            wish.slot(),
            started,
            CLOCK.instant(),
            told.ending(),
            told.code(),
            told.booking(),
            isPromised(wish) ? told.version() : OptionalLong.empty()));
    pressure.saw(told);
    return told;
  }

  /**
   * Whether what the client now knows can be read from now on: the gateway waits with its answer to
   * a write until that is so, but not for a Postgres that is away.
   */
  private boolean isPromised(Wish wish) {
    return wish.key().isEmpty() || !pressure.readsMayLag();
  }

  private static Telling broken(Throwable failure) {
    return Telling.nothing(Optional.ofNullable(failure.getCause()).orElse(failure));
  }
}
