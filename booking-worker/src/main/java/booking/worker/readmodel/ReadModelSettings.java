package booking.worker.readmodel;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the read model needs to know from outside.
 *
 * @param postgres where the tables are
 * @param consumer Kafka's settings, {@code bootstrap.servers} and {@code group.id} at least; those
 *     on which correctness hangs are not to be chosen
 * @param batchRecords records in one transaction at most, 1 to 2000
 */
public record ReadModelSettings(
    PostgresAddress postgres, Map<String, String> consumer, int batchRecords) {

  private static final int BATCH_RECORDS_MAX = 2000;

  public ReadModelSettings {
    if (batchRecords < 1 || batchRecords > BATCH_RECORDS_MAX) {
      throw new IllegalArgumentException("batchRecords must be 1 to " + BATCH_RECORDS_MAX);
    }
    consumer = Map.copyOf(consumer);
  }

  /** The consumer's settings, with those that the read model insists on. */
  public Map<String, Object> consumerSettings() {
    Map<String, Object> settings = new HashMap<>(consumer);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    // The tables know how far they are; a guess from Kafka would repeat or, worse, skip.
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batchRecords);
    return settings;
  }
}
