package booking.local.faults.watch;

import booking.schemas.AvroDeserializer;
import booking.schemas.BookingEvent;
import booking.schemas.BookingRequest;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.RequestResult;
import booking.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A thread that follows requests, results and events as any stranger may. */
public final class Watch implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final List<String> TOPICS =
      List.of(
          Topics.BOOKING_REQUESTS.name(),
          Topics.BOOKING_RESULTS.name(),
          Topics.BOOKING_EVENTS.name(),
          Topics.DEAD_LETTERS);

  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroDeserializer<SpecificRecord> values =
      new AvroDeserializer<>(LocalSchemaRegistry.bundled());
  private final Ledger ledger = new Ledger(System.nanoTime());
  private final Thread thread = new Thread(this::follow, "watch");

  /** A watch from the beginning of the topics, which must be there. */
  public Watch(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                // A broker that comes back is seen within a moment: silence is measured here.
                "reconnect.backoff.max.ms", "100",
                "retry.backoff.max.ms", "100"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(at -> new TopicPartition(at.topic(), at.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    thread.start();
  }

  /** What was seen since the last call of this. */
  public Tally tally() {
    return ledger.close(System.nanoTime());
  }

  /** Requests that have no result yet. */
  public long undecided() {
    return ledger.waiting();
  }

  /** Requests that were decided since the last {@link #tally}. */
  public long decided() {
    return ledger.decided();
  }

  /** How long the partition that is worst off has kept somebody waiting, as of now. */
  public Duration silentFor() {
    return ledger.silentFor(System.nanoTime());
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          read(record).ifPresent(value -> take(record, value));
        }
      }
    } catch (WakeupException closed) {
      // By close().
    }
  }

  private void take(ConsumerRecord<String, byte[]> record, SpecificRecord value) {
    long now = System.nanoTime();
    if (record.topic().equals(Topics.DEAD_LETTERS)) {
      ledger.takeUnusable((BookingRequest) value, now);
    } else if (value instanceof BookingRequest request) {
      ledger.take(request, record.partition(), now);
    } else if (value instanceof RequestResult result) {
      ledger.take(result, now);
    } else if (value instanceof BookingEvent event) {
      ledger.take(event);
    }
  }

  /** Faults of the input write what cannot be read; it waits for no answer. */
  private Optional<SpecificRecord> read(ConsumerRecord<String, byte[]> record) {
    try {
      // Of the dead letters, only requests are waited for.
      String topic =
          record.topic().equals(Topics.DEAD_LETTERS)
              ? Topics.BOOKING_REQUESTS.name()
              : record.topic();
      return Optional.ofNullable(values.deserialize(topic, record.value()));
    } catch (SerializationException unreadable) {
      return Optional.empty();
    }
  }
}
