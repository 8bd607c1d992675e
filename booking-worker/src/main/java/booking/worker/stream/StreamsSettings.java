package booking.worker.stream;

import booking.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How Kafka Streams runs here.
 *
 * @param client what every Kafka client of the process is given: servers, security
 * @param workerId fixed for a worker and its state directory, so that a restart is no rebalance
 * @param stateDir a real path that outlives the process
 * @param threads of the topology
 * @param partitions of the topics; a worker that is alone has all of them
 * @param commitInterval how long results may wait for their transaction
 * @param replication copies of the changelogs
 * @param standbys of each store on other workers
 */
public record StreamsSettings(
    Map<String, String> client,
    String workerId,
    String stateDir,
    int threads,
    int partitions,
    Duration commitInterval,
    int replication,
    int standbys) {

  /** How long a worker may say nothing until others take over its slots and its read model. */
  public static final int SILENCE_MILLIS = 6_000;

  /** How often a worker says that it is there. */
  public static final int HEARTBEAT_MILLIS = 2_000;

  /** The name of the workers' group, among others. */
  static final String APPLICATION_ID = "booking-worker";

  private static final long POLL_MILLIS = 5;

  // Only read positions are kept back until the commit, two of a task.
  private static final long CACHE_BYTES = 1024 * 1024;

  private static final int BATCH_BYTES = 64 * 1024;
  private static final int LARGEST_RECORD_BYTES = 3 * 1024 * 1024;

  public StreamsSettings {
    client = Map.copyOf(client);
  }

  /** Where RocksDB's library lies: beside the application's folder, in which Streams tidies up. */
  Path libraryDir() {
    return Path.of(stateDir, "native");
  }

  /** The settings by Kafka's own keys; the reasons were measured, see {@code docs/decisions}. */
  public Properties toProperties() {
    Map<String, Object> all = new HashMap<>(client);
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    all.put(StreamsConfig.CLIENT_ID_CONFIG, workerId);
    all.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
    all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    // Whether a commit is due is looked at between two polls, and nobody may wait for that.
    all.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
    all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
    all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
    // With 0 nobody has ever caught up while anything is decided, and a new worker gets no slots.
    all.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 10_000L);
    // A worker that was away gets its share again once it has caught up and is asked.
    all.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
    // So many stores are got ready between two such questions; a share is more than two.
    all.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, 8);
    all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
    all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    all.put(StoreMemory.STORES, BookingTopology.stores(partitions));
    all.put(ReadingPace.BOOKINGS, ReadingPace.bookings(partitions, threads));
    all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    all.put(
        StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
        Topic.minInSync(replication));
    all.put(StreamsConfig.topicPrefix(Topic.AHEAD), Topic.AHEAD_MAX);
    membership(all);
    producer(all);
    Properties properties = new Properties();
    properties.putAll(all);
    return properties;
  }

  /** Static membership: a killed worker that comes back goes on at once with what it had. */
  private void membership(Map<String, Object> all) {
    all.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    all.put(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG, workerId);
    all.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SILENCE_MILLIS);
    all.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
    all.put(consumer(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), 60_000);
    all.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
  }

  private void producer(Map<String, Object> all) {
    // Nobody reads it before the commit, which sends what is left: few great batches cost less.
    all.put(
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), commitInterval.toMillis());
    all.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    // Nobody reads past the open transaction of a worker that is gone; only time ends it.
    all.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), SILENCE_MILLIS);
    all.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD_BYTES);
  }

  private static String consumer(String key) {
    return StreamsConfig.consumerPrefix(key);
  }
}
