package booking.gateway.request;

import static booking.schemas.Topics.BOOKING_REQUESTS;
import static booking.schemas.Topics.BOOKING_RESULTS;
import static booking.schemas.Topics.CATALOG_REQUESTS;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/**
 * Whether Kafka takes requests and gives results: it answers, and each partition of their topics
 * has a leader.
 */
public final class TopicLeaders implements Managed {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final List<String> TOPICS =
      List.of(BOOKING_REQUESTS.name(), CATALOG_REQUESTS.name(), BOOKING_RESULTS.name());

  private final Admin kafka;

  TopicLeaders(Admin kafka) {
    this.kafka = kafka;
  }

  /** The leaders in the cluster of the settings, which need not be up yet. */
  public static TopicLeaders in(KafkaSettings settings) {
    return new TopicLeaders(Admin.create(settings.admin()));
  }

  /** What keeps requests or results from travelling, in words; asks Kafka, for 2 s at most. */
  public Optional<String> trouble() {
    try {
      return kafka
          .describeTopics(TOPICS)
          .allTopicNames()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .values()
          .stream()
          .filter(TopicLeaders::lacksALeader)
          .map(topic -> "a partition of " + topic.name() + " has no leader")
          .findFirst();
    } catch (TimeoutException silent) {
      return Optional.of("Kafka does not answer");
    } catch (ExecutionException | KafkaException failed) {
      return Optional.of("Kafka does not tell of the topics: " + failed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static boolean lacksALeader(TopicDescription topic) {
    return topic.partitions().stream()
        .anyMatch(partition -> partition.leader() == null || partition.leader().isEmpty());
  }

  @Override
  public void stop() {
    kafka.close(PATIENCE);
  }
}
