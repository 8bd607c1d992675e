package booking.gateway;

import booking.gateway.problem.ProblemException;
import booking.gateway.request.Landmarks;
import com.codahale.metrics.health.HealthCheck;
import java.util.List;

/** Whether reads are answered. Never unhealthy: writes go on without the read model. */
final class ReadModelHealth extends HealthCheck {

  private final Landmarks landmarks;

  ReadModelHealth(Landmarks landmarks) {
    this.landmarks = landmarks;
  }

  @Override
  protected Result check() {
    boolean reachable = isReachable();
    return Result.builder()
        .healthy()
        .withMessage(reachable ? "reachable" : "out of reach: reads are refused, writes go on")
        .withDetail("reachable", reachable)
        .build();
  }

  private boolean isReachable() {
    try {
      return landmarks.reached(List.of()).isEmpty();
    } catch (ProblemException outage) {
      return false;
    }
  }
}
