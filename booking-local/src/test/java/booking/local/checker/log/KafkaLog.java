package booking.local.checker.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The log of a running broker, up to where it was committed when each topic is read. */
public final class KafkaLog implements Log, AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Decoder decoder = new Decoder();

  public KafkaLog(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                2000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  @Override
  public void each(String topic, Consumer<LogRecord> reader) {
    List<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < ends.get(new TopicPartition(topic, record.partition()))) {
          reader.accept(translate(record));
        }
      }
    }
  }

  /** How many records a stretch of a partition holds, or some of them if they are many. */
  public long countSome(TopicPartition partition, long from, long end) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long count = 0;
    while (count == 0 && consumer.position(partition) < end) {
      count =
          consumer.poll(POLL).records(partition).stream()
              .filter(record -> record.offset() < end)
              .count();
    }
    return count;
  }

  /** Where the topics end, all asked at one time. */
  public Map<TopicPartition, Long> ends(List<String> topics) {
    return consumer.endOffsets(
        topics.stream().flatMap(topic -> partitions(topic).stream()).toList());
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.listTopics().getOrDefault(topic, List.of()).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private LogRecord translate(ConsumerRecord<byte[], byte[]> record) {
    return new LogRecord(
        new Place(record.topic(), record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        Optional.ofNullable(record.key()).map(key -> new String(key, ISO_8859_1)),
        Optional.ofNullable(record.value()).flatMap(value -> decoder.decode(record.topic(), value)),
        record.value() != null,
        headers(record));
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .filter(header -> header.value() != null)
        .collect(
            toMap(
                header -> header.key(),
                header -> new String(header.value(), UTF_8),
                (first, last) -> last));
  }
}
