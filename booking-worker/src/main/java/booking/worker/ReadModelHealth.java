package booking.worker;

import booking.worker.readmodel.ReadModelStatus;
import com.codahale.metrics.health.HealthCheck;
import java.util.function.Supplier;

/** Healthy while Postgres follows the events, or waits for other workers to leave it partitions. */
final class ReadModelHealth extends HealthCheck {

  private final Supplier<ReadModelStatus> status;

  ReadModelHealth(Supplier<ReadModelStatus> status) {
    this.status = status;
  }

  @Override
  protected Result check() {
    ReadModelStatus now = status.get();
    String message =
        "state=%s lag=%s reason=%s".formatted(now.state(), lag(now), now.reason().orElse("none"));
    return switch (now.state()) {
      case FOLLOWING -> Result.healthy(message);
      case STARTING, WAITING, STOPPED, CLOSED -> Result.unhealthy(message);
    };
  }

  private static String lag(ReadModelStatus status) {
    return status.lag().isPresent() ? Long.toString(status.lag().getAsLong()) : "unknown";
  }
}
