package booking.worker.stream;

import booking.schemas.Topic;
import booking.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics by which parts of the worker tell each other; nobody else reads or writes them. */
public final class InternalTopics {

  /** The catalogue to the slots. Key: the timeslotId. */
  public static final String SLOT_COMMANDS = "slot-commands";

  /** The ledger to the slots: the payment service's records as they came. Key: the timeslotId. */
  public static final String SLOT_PAYMENTS = "slot-payments";

  /** The intake to the ledger: the payment service's records as they came. Key: the paymentId. */
  public static final String PAYMENTS_BY_ID = "payments-by-id";

  /** A slot task to itself: time goes by. */
  public static final String SLOT_TICKS = "slot-ticks";

  // A dead letter is its record and the headers that say why; the largest record must still fit.
  private static final String DEAD_LETTER_BYTES = Integer.toString(2 * 1024 * 1024);

  private InternalTopics() {}

  /** Every topic that the worker reads or writes, as it wants it from the broker. */
  public static List<NewTopic> all(int partitions, short replication) {
    List<NewTopic> topics = new ArrayList<>();
    Topics.ALL.forEach(topic -> topics.add(topic.toCreate(partitions, replication)));
    // What travels between tasks keeps the time at which it entered, which rules read.
    topics.add(topic(SLOT_COMMANDS, partitions, replication, "CreateTime", Duration.ofDays(30)));
    topics.add(topic(SLOT_PAYMENTS, partitions, replication, "CreateTime", Duration.ofDays(30)));
    topics.add(topic(PAYMENTS_BY_ID, partitions, replication, "CreateTime", Duration.ofDays(30)));
    topics.add(topic(SLOT_TICKS, partitions, replication, "LogAppendTime", Duration.ofDays(1)));
    topics.add(deadLetters(partitions, replication));
    return List.copyOf(topics);
  }

  private static NewTopic deadLetters(int partitions, short replication) {
    NewTopic topic =
        topic(Topics.DEAD_LETTERS, partitions, replication, "CreateTime", Duration.ofDays(90));
    Map<String, String> settings = new HashMap<>(topic.configs());
    settings.put("max.message.bytes", DEAD_LETTER_BYTES);
    return topic.configs(settings);
  }

  private static NewTopic topic(
      String name, int partitions, short replication, String clock, Duration retention) {
    return new NewTopic(name, partitions, replication)
        .configs(
            Map.of(
                "cleanup.policy",
                "delete",
                "message.timestamp.type",
                clock,
                Topic.AHEAD,
                Topic.AHEAD_MAX,
                "retention.ms",
                Long.toString(retention.toMillis()),
                "min.insync.replicas",
                Topic.minInSync(replication)));
  }
}
