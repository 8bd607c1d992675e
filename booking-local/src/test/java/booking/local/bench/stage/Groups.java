package booking.local.bench.stage;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How far groups have read. What a topology has read, it has also written: both are committed in
 * one transaction, so asking for the one is the cheapest way to see the other.
 */
public final class Groups implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(20);

  private final Admin admin;

  Groups(String bootstrapServers) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  public void create(List<NewTopic> topics) {
    got(admin.createTopics(topics).all());
  }

  /** Where the topic ends now; nobody may be in the middle of a transaction that writes to it. */
  public Map<TopicPartition, Long> ends(String topic) {
    List<TopicPartition> partitions =
        got(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    return got(
            admin
                .listOffsets(
                    partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest())))
                .all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** Returns as soon as the group has committed that it has read all before these ends. */
  public void awaitRead(String group, Map<TopicPartition, Long> ends) {
    await(group + " reads " + ends.keySet())
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(() -> hasRead(group, ends));
  }

  private boolean hasRead(String group, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return ends.entrySet().stream()
        .filter(end -> end.getValue() > 0)
        .allMatch(
            end -> {
              OffsetAndMetadata read = committed.get(end.getKey());
              return read != null && read.offset() >= end.getValue();
            });
  }

  private static <T> T got(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
