package booking.worker;

import booking.worker.stream.DecidingStatus;
import com.codahale.metrics.health.HealthCheck;
import java.time.Duration;
import java.util.function.Supplier;

/** Healthy when the worker decides, or its peers leave nothing to it, and it keeps up. */
final class DecidingHealth extends HealthCheck {

  private final Supplier<DecidingStatus> status;
  private final Bounds bounds;

  /**
   * When a worker that decides is too slow at it.
   *
   * @param lagMax records that may wait on one partition
   * @param commitAgeMax how long they may wait while nothing is committed
   */
  record Bounds(long lagMax, Duration commitAgeMax) {}

  DecidingHealth(Supplier<DecidingStatus> status, Bounds bounds) {
    this.status = status;
    this.bounds = bounds;
  }

  @Override
  protected Result check() {
    DecidingStatus now = status.get();
    String message =
        "state=%s tasks=%d covered=%s lag=%d sinceCommit=%s"
            .formatted(now.state(), now.tasks(), now.covered(), now.lag(), now.sinceCommit());
    boolean keepsUp = now.lag() <= bounds.lagMax() && !isStuck(now);
    return now.deciding() && keepsUp ? Result.healthy(message) : Result.unhealthy(message);
  }

  /** With nothing waiting there may be nothing to commit. */
  private boolean isStuck(DecidingStatus now) {
    return now.lag() > 0 && now.sinceCommit().compareTo(bounds.commitAgeMax()) > 0;
  }
}
