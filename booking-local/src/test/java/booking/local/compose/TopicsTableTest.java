package booking.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.Repository;
import booking.worker.stream.InternalTopics;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** What operators read of the topics is what the worker makes. */
class TopicsTableTest {

  private static final int PARTITIONS = 24;
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `[a-z-]+` \\| (P|1) \\| .* \\| (broker|writer) \\|$");

  @Test
  void everyTopicHasItsRowAndEveryRowItsTopic() {
    List<String> rows =
        ROW.matcher(Repository.text("docs/operations.md"))
            .results()
            .map(found -> found.group())
            .toList();

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            InternalTopics.all(PARTITIONS, (short) 3).stream().map(TopicsTableTest::row).toList());
  }

  private static String row(NewTopic topic) {
    String partitions = topic.numPartitions() == PARTITIONS ? "P" : "" + topic.numPartitions();
    String clock = topic.configs().get("message.timestamp.type");
    return "| `%s` | %s | %s | %s |"
        .formatted(
            topic.name(),
            partitions,
            kept(Long.parseLong(topic.configs().get("retention.ms"))),
            clock.equals("LogAppendTime") ? "broker" : "writer");
  }

  private static String kept(long millis) {
    if (millis < 0) {
      return "for ever";
    }
    long days = Duration.ofMillis(millis).toDays();
    return days + (days == 1 ? " day" : " days");
  }
}
