package booking.local.sandbox;

import booking.schemas.AvroDeserializer;
import booking.schemas.SchemaRegistry;
import booking.schemas.SchemaRegistryUnavailableException;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that hands the committed records of some topics to a taker, from the beginning or from
 * where its group was.
 *
 * <p>A batch that the taker fails on is handed over again. A record that cannot be read is skipped:
 * it is the stranger's fault who wrote it, and the next one is not.
 */
public final class TopicFollower implements Managed {

  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final Following following;
  private final Consumer<SpecificRecord> taker;
  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroDeserializer<SpecificRecord> deserializer;
  private final Thread thread;

  /** A follower that has yet to be started. */
  public TopicFollower(
      String bootstrapServers,
      SchemaRegistry registry,
      Following following,
      Consumer<SpecificRecord> taker) {
    this.deserializer = new AvroDeserializer<>(registry);
    this.following = following;
    this.taker = taker;
    this.consumer =
        new KafkaConsumer<>(
            settings(bootstrapServers, following),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.thread = new Thread(this::follow, "follows-" + following.name());
  }

  /**
   * What is followed, and how.
   *
   * @param name of the thread
   * @param group whose place in the topics Kafka keeps
   * @param remembers false to begin at the beginning with each start
   */
  public record Following(String name, String group, boolean remembers, List<String> topics) {}

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() throws InterruptedException {
    consumer.wakeup();
    thread.join();
  }

  /** False once the thread has ended, which it does only when told to or by a bug. */
  public boolean follows() {
    return thread.isAlive();
  }

  private void follow() {
    try {
      consumer.subscribe(following.topics());
      while (true) {
        handOver(consumer.poll(POLL));
      }
    } catch (WakeupException stopped) {
      LOG.info("stopped follower={}", following.name());
    } finally {
      consumer.close(CloseOptions.timeout(GOODBYE));
    }
  }

  private void handOver(ConsumerRecords<String, byte[]> records) {
    try {
      for (ConsumerRecord<String, byte[]> record : records) {
        read(record).ifPresent(taker);
      }
      if (following.remembers() && !records.isEmpty()) {
        consumer.commitSync();
      }
    } catch (WakeupException stopped) {
      throw stopped;
    } catch (KafkaException | SchemaRegistryUnavailableException failed) {
      LOG.warn("will repeat follower={} records={}", following.name(), records.count(), failed);
      records.partitions().forEach(at -> consumer.seek(at, records.records(at).get(0).offset()));
    }
  }

  private Optional<SpecificRecord> read(ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.ofNullable(deserializer.deserialize(record.topic(), record.value()));
    } catch (SerializationException unreadable) {
      LOG.warn(
          "skipped topic={} partition={} offset={} reason={}",
          record.topic(),
          record.partition(),
          record.offset(),
          unreadable.getMessage());
      return Optional.empty();
    }
  }

  private static Map<String, Object> settings(String bootstrapServers, Following following) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("group.id", following.group());
    // A member with a name takes its own place again after a kill, and waits for nobody.
    settings.put("group.instance.id", following.name());
    settings.put("enable.auto.commit", "false");
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    settings.put("allow.auto.create.topics", "false");
    // The worker makes the topics; until it has, look again every second.
    settings.put("metadata.max.age.ms", "1000");
    return settings;
  }
}
