package booking.schemas;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * One Kafka topic: its name, the one type of record that it carries, and how the broker keeps it.
 *
 * @param name as Kafka knows it
 * @param type of every value
 * @param single true when the topic has one partition because its order is global; otherwise it has
 *     as many partitions as the system is set to
 * @param clock who stamps the records
 * @param retention how long a record is kept; empty means for ever
 */
public record Topic<V extends SpecificRecord>(
    String name, Class<V> type, boolean single, Clock clock, Optional<Duration> retention) {

  /**
   * The broker's setting for how far ahead of its clock the time of a record may be. What is
   * written about a request has the request's time, which the same broker gave. If its clock was
   * ahead then and came back, its default of an hour would refuse the answer, and the worker would
   * stop at that request again and again.
   */
  public static final String AHEAD = "message.timestamp.after.max.ms";

  /** The value of {@link #AHEAD} on every topic: as far as can be. */
  public static final String AHEAD_MAX = Long.toString(Long.MAX_VALUE);

  /** Whose time a record's timestamp is. */
  public enum Clock {
    /** The broker's, at the append: what rules may read. */
    BROKER("LogAppendTime"),
    /** Whatever the producer put there. */
    PRODUCER("CreateTime");

    private final String setting;

    Clock(String setting) {
      this.setting = setting;
    }
  }

  public Topic {
    requireNonNull(name, "name");
    requireNonNull(type, "type");
    requireNonNull(clock, "clock");
    requireNonNull(retention, "retention");
  }

  /** The Confluent subject under which a registry knows the schema of this topic's values. */
  public String subject() {
    return subjectOf(name);
  }

  /** The subject of a topic's values, by the topic's name. */
  static String subjectOf(String topic) {
    return topic + "-value";
  }

  /**
   * What to ask the broker for.
   *
   * @param partitions for a topic that is not single, 1 or more
   * @param replication copies of each partition, at most the number of brokers
   */
  public NewTopic toCreate(int partitions, short replication) {
    Map<String, String> asked = new LinkedHashMap<>(settings());
    asked.put("min.insync.replicas", minInSync(replication));
    return new NewTopic(name, single ? 1 : partitions, replication).configs(asked);
  }

  /**
   * How many copies must have a record before its writer is told so: never the only one of three.
   */
  public static String minInSync(int replication) {
    return replication >= 3 ? "2" : "1";
  }

  /** The broker's settings of this topic, by Kafka's own keys. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("cleanup.policy", "delete");
    settings.put("message.timestamp.type", clock.setting);
    settings.put(AHEAD, AHEAD_MAX);
    settings.put("retention.bytes", "-1");
    settings.put("retention.ms", retention.map(Duration::toMillis).orElse(-1L).toString());
    return settings;
  }
}
