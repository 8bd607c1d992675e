package booking.worker.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * Whether the workers together have every partition that is to be decided for, as Kafka's group
 * says. The answer is kept for some seconds, since health is asked for often.
 */
public final class GroupCoverage {

  private static final long KEPT_NANOS = Duration.ofSeconds(5).toNanos();

  private final BooleanSupplier question;
  private final LongSupplier nanos;
  private boolean known;
  private boolean complete;
  private long askedAt;

  /**
   * @param question asks Kafka; slow
   * @param nanos a clock that only runs forward, in nanoseconds
   */
  GroupCoverage(BooleanSupplier question, LongSupplier nanos) {
    this.question = question;
    this.nanos = nanos;
  }

  /** Whether it was so some seconds ago. */
  synchronized boolean isComplete() {
    long now = nanos.getAsLong();
    if (!known || now - askedAt > KEPT_NANOS) {
      complete = question.getAsBoolean();
      askedAt = now;
      known = true;
    }
    return complete;
  }

  /**
   * Asks a broker whether a stable group has every partition of these topics; what cannot be asked
   * counts as no.
   *
   * @param client settings of Kafka's admin client, with bounded waits
   */
  public static boolean ask(Map<String, Object> client, String group, Set<String> topics) {
    try (Admin admin = Admin.create(client)) {
      ConsumerGroupDescription described =
          admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
      return described.groupState() == GroupState.STABLE
          && assigned(described).containsAll(partitions(admin, topics));
    } catch (ExecutionException | KafkaException unknown) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Set<TopicPartition> assigned(ConsumerGroupDescription group) {
    return group.members().stream()
        .flatMap(member -> member.assignment().topicPartitions().stream())
        .collect(Collectors.toSet());
  }

  private static Set<TopicPartition> partitions(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .collect(Collectors.toSet());
  }

  /** The topics that a topology reads. */
  static Set<String> sources(Topology topology) {
    return topology.describe().subtopologies().stream()
        .flatMap(part -> part.nodes().stream())
        .filter(TopologyDescription.Source.class::isInstance)
        .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
        .collect(Collectors.toSet());
  }
}
