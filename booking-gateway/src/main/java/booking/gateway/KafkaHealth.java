package booking.gateway;

import booking.gateway.request.TopicLeaders;
import com.codahale.metrics.health.HealthCheck;
import java.util.Optional;

/** Whether Kafka takes requests: without it every write is refused. */
final class KafkaHealth extends HealthCheck {

  private final TopicLeaders leaders;

  KafkaHealth(TopicLeaders leaders) {
    this.leaders = leaders;
  }

  @Override
  protected Result check() {
    Optional<String> trouble = leaders.trouble();
    return trouble.isEmpty()
        ? Result.healthy()
        : Result.builder().unhealthy().withMessage(trouble.get()).build();
  }
}
