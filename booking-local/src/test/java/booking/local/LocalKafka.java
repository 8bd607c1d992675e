package booking.local;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A stranger's Kafka client: it writes what it likes and reads all that is committed. */
final class LocalKafka implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> client;
  private final KafkaProducer<String, byte[]> producer;
  private final AvroSerializer<SpecificRecord> serializer =
      new AvroSerializer<>(LocalSchemaRegistry.bundled());
  private final AvroDeserializer<SpecificRecord> deserializer =
      new AvroDeserializer<>(LocalSchemaRegistry.bundled());

  LocalKafka(String bootstrapServers) {
    this(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** One that is somebody: the settings say who, and where Kafka is. */
  LocalKafka(Map<String, Object> client) {
    this.client = Map.copyOf(client);
    this.producer =
        new KafkaProducer<>(
            with("linger.ms", "0"), new StringSerializer(), new ByteArraySerializer());
  }

  <V extends SpecificRecord> void write(Topic<V> topic, String key, V value) {
    write(topic.name(), key, serializer.serialize(topic.name(), value));
  }

  void write(String topic, String key, byte[] value) {
    write(new ProducerRecord<>(topic, key, value));
  }

  void write(ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Every record of the topic up to its end as it is now. */
  <V extends SpecificRecord> List<V> all(Topic<V> topic) {
    return raw(topic.name()).stream().map(record -> read(topic, record)).toList();
  }

  <V extends SpecificRecord> V read(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    return topic.type().cast(deserializer.deserialize(topic.name(), record.value()));
  }

  /** Every record of the topic up to its end as it is now, as it lies there. */
  List<ConsumerRecord<String, byte[]>> raw(String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            with("isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(at -> new TopicPartition(topic, at.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(all::add);
      }
      return all;
    }
  }

  private Map<String, Object> with(String setting, String value) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(setting, value);
    return settings;
  }

  @Override
  public void close() {
    producer.close();
  }
}
