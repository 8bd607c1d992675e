package booking.local.faults.stranger;

import booking.local.faults.Soon;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Topics whose records, for a while, carry the times that their writers choose instead of the
 * broker's: what a broker's clock that is wrong would leave in the log. It is the only way to put a
 * record on a millisecond.
 */
public final class ChosenTimes {

  private static final String CLOCK = "message.timestamp.type";

  private final Admin admin;
  private final List<ConfigResource> topics;

  /** Does something while writers choose their times. */
  public static void during(String bootstrapServers, List<String> topics, Runnable what) {
    ChosenTimes chosen = new ChosenTimes(bootstrapServers, topics);
    try {
      what.run();
    } finally {
      chosen.close();
    }
  }

  private ChosenTimes(String bootstrapServers, List<String> topics) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    this.topics =
        topics.stream().map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic)).toList();
    become("CreateTime");
  }

  /** The broker's clock is the only one again. */
  private void close() {
    become("LogAppendTime");
    admin.close();
  }

  private void become(String clock) {
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(CLOCK, clock), OpType.SET);
    try {
      for (ConfigResource topic : topics) {
        admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
      }
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
    if (!Soon.isTrue(() -> topics.stream().allMatch(topic -> clockOf(topic).equals(clock)))) {
      throw new IllegalStateException("the clock of " + topics + " does not become " + clock);
    }
  }

  private String clockOf(ConfigResource topic) {
    try {
      return admin.describeConfigs(List.of(topic)).all().get().get(topic).get(CLOCK).value();
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
