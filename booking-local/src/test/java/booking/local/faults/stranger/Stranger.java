package booking.local.faults.stranger;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody who reaches Kafka: writes what they like there, and reads what came of it. */
public final class Stranger implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final String BYTES_MAX = Integer.toString(4 * 1024 * 1024);

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AvroSerializer<SpecificRecord> serializer =
      new AvroSerializer<>(LocalSchemaRegistry.bundled());
  private final AvroDeserializer<SpecificRecord> deserializer =
      new AvroDeserializer<>(LocalSchemaRegistry.bundled());

  public Stranger(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "linger.ms", "1",
                "max.request.size", BYTES_MAX),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The bytes of a record as the contract has them on this topic. */
  public <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
    return Objects.requireNonNull(serializer.serialize(topic.name(), value));
  }

  /** The record in these bytes; empty if there is none. */
  public <V extends SpecificRecord> Optional<V> read(
      Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.ofNullable(deserializer.deserialize(topic.name(), record.value()))
          .map(topic.type()::cast);
    } catch (SerializationException unreadable) {
      return Optional.empty();
    }
  }

  /** Writes a record of the contract, and returns when Kafka has it. */
  public <V extends SpecificRecord> RecordMetadata write(Topic<V> topic, String key, V value) {
    return write(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), bytes(topic, value)));
  }

  /** Writes anything, and returns when Kafka has it. */
  public RecordMetadata write(ProducerRecord<byte[], byte[]> record) {
    return writeAll(List.of(record)).get(0);
  }

  /** Writes all of them as fast as Kafka takes them, and returns when it has all. */
  public List<RecordMetadata> writeAll(List<ProducerRecord<byte[], byte[]>> records) {
    var sent = records.stream().map(producer::send).toList();
    List<RecordMetadata> places = new ArrayList<>();
    try {
      for (var each : sent) {
        places.add(each.get());
      }
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
    return places;
  }

  /** Where a topic begins. */
  public Mark start(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return new Mark(consumer.beginningOffsets(partitions(consumer, topic)));
    }
  }

  /** Where a topic ends now, as readers of what is committed see it. */
  public Mark end(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return new Mark(consumer.endOffsets(partitions(consumer, topic)));
    }
  }

  /** All that is committed from there to the end of the topic as it is now, by partition. */
  public List<ConsumerRecord<byte[], byte[]>> since(Mark mark) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.assign(mark.next().keySet());
      mark.next().forEach(consumer::seek);
      Map<TopicPartition, Long> ends = consumer.endOffsets(mark.next().keySet());
      List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(all::add);
      }
      return all;
    }
  }

  /** The same, of those records that can be read. */
  public <V extends SpecificRecord> List<V> since(Mark mark, Topic<V> topic) {
    return since(mark).stream().flatMap(record -> read(topic, record).stream()).toList();
  }

  @Override
  public void close() {
    producer.close();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return Optional.ofNullable(consumer.partitionsFor(topic))
        .orElse(Collections.emptyList())
        .stream()
        .map(at -> new TopicPartition(topic, at.partition()))
        .collect(Collectors.toList());
  }
}
