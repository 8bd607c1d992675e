package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** What a worker without tasks knows of its peers, and how long it has committed nothing. */
class GroupCoverageTest {

  private final AtomicLong nanos = new AtomicLong(-7);

  @Test
  void anAnswerIsKeptForFiveSeconds() {
    AtomicInteger asked = new AtomicInteger();
    GroupCoverage coverage = new GroupCoverage(() -> asked.incrementAndGet() == 2, nanos::get);
    assertThat(coverage.isComplete()).isFalse();
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(coverage.isComplete()).isFalse();
    assertThat(asked).hasValue(1);
    nanos.addAndGet(1);
    assertThat(coverage.isComplete()).isTrue();
    assertThat(asked).hasValue(2);
  }

  @Test
  void everyTopicThatIsReadCounts() {
    Topology topology =
        new Topology()
            .addSource("a", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "x", "y")
            .addSource("b", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "z");
    assertThat(GroupCoverage.sources(topology)).containsExactlyInAnyOrder("x", "y", "z");
  }

  @Test
  void whatNobodyCanAnswerIsNoYes() {
    Map<String, Object> nowhere =
        Map.of(
            "bootstrap.servers", "127.0.0.1:1",
            "default.api.timeout.ms", 200,
            "request.timeout.ms", 100);
    assertThat(GroupCoverage.ask(nowhere, "group", Set.of("topic"))).isFalse();
  }

  @Test
  void theAgeOfTheLastCommitGrowsUntilThereIsAnother() {
    CommitAge age = new CommitAge(nanos::get);
    assertThat(age.now(0)).isZero();
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(age.now(0)).isEqualTo(Duration.ofSeconds(3));
    assertThat(age.now(1)).isZero();
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(age.now(1)).isEqualTo(Duration.ofSeconds(2));
  }
}
