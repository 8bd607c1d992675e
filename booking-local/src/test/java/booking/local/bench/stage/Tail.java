package booking.local.bench.stage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is committed on a topic from a moment on, record by record, without keeping them. */
public final class Tail implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;

  private Tail(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** A tail that begins where the topic ends now. */
  public static Tail of(Stage stage, String topic) {
    Tail tail = new Tail(stage.cluster().bootstrapServers());
    List<TopicPartition> partitions =
        tail.consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    tail.consumer.assign(partitions);
    tail.consumer.seekToEnd(partitions);
    partitions.forEach(tail.consumer::position);
    return tail;
  }

  /** Reads so many records; waits for the next one for two minutes at most. */
  public void read(int records, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    int left = records;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (left > 0) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(left + " records too few on " + consumer.assignment());
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        each.accept(record);
        left--;
        deadline = System.nanoTime() + PATIENCE.toNanos();
      }
    }
    if (left < 0) {
      throw new IllegalStateException(-left + " records too many on " + consumer.assignment());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
