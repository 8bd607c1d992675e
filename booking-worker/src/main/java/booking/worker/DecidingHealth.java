package booking.worker;

import booking.worker.stream.DecidingStatus;
import com.codahale.metrics.health.HealthCheck;
import java.util.function.Supplier;

/** Healthy when the worker decides, and keeps up. */
final class DecidingHealth extends HealthCheck {

  private final Supplier<DecidingStatus> status;
  private final long lagMax;

  DecidingHealth(Supplier<DecidingStatus> status, long lagMax) {
    this.status = status;
    this.lagMax = lagMax;
  }

  @Override
  protected Result check() {
    DecidingStatus now = status.get();
    String message = "state=%s tasks=%d lag=%d".formatted(now.state(), now.tasks(), now.lag());
    return now.deciding() && now.lag() <= lagMax
        ? Result.healthy(message)
        : Result.unhealthy(message);
  }
}
