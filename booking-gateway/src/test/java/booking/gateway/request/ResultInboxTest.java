package booking.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.gateway.Samples;
import booking.gateway.request.ResultInbox.Patience;
import booking.schemas.RequestResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.RecordDeserializationException.DeserializationExceptionOrigin;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultInboxTest {

  private static final TopicPartition PARTITION = new TopicPartition("booking-results", 5);
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
  private static final String FAULT = "what the hearer cannot take";

  private final BlockingQueue<MockConsumer<String, RequestResult>> connections =
      new LinkedBlockingQueue<>();
  private final Heard heard = new Heard();
  private final ResultInbox inbox = inbox(new Patience(LONG_ENOUGH, LONG_ENOUGH));

  private ResultInbox inbox(Patience patience) {
    return new ResultInbox(this::connect, 5, patience, heard);
  }

  /** What the inbox has told. */
  private static final class Heard implements Results {

    private final List<String> ids = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    @Override
    public void listening() {
      listening = true;
    }

    @Override
    public void decided(RequestResult result) {
      if (result.getRequestId().equals(FAULT)) {
        throw new IllegalStateException("a fault of ours");
      }
      ids.add(result.getRequestId());
    }
  }

  private MockConsumer<String, RequestResult> connect() {
    try {
      return connections.take();
    } catch (InterruptedException stopped) {
      throw new KafkaException(stopped);
    }
  }

  /** A connection to a partition that ends at this offset; the next one the inbox gets. */
  private MockConsumer<String, RequestResult> connection(long end) {
    MockConsumer<String, RequestResult> consumer = new MockConsumer<>("latest");
    consumer.updateEndOffsets(Map.of(PARTITION, end));
    connections.add(consumer);
    return consumer;
  }

  private static void arrives(
      MockConsumer<String, RequestResult> consumer, long offset, String requestId) {
    consumer.schedulePollTask(
        () -> consumer.addRecord(record(offset, requestId, Samples.booked(requestId))));
  }

  private static ConsumerRecord<String, RequestResult> record(
      long offset, String key, @Nullable RequestResult result) {
    return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, key, result);
  }

  @AfterEach
  void stop() throws InterruptedException {
    connection(0);
    inbox.stop();
  }

  @Test
  void startsAtTheEndAndIsPositionedBeforeTheStartIsOver() throws InterruptedException {
    connection(40);
    assertThat(inbox.isPositioned()).isFalse();

    inbox.start();

    assertThat(inbox.isPositioned()).isTrue();
    assertThat(inbox.isFollowing()).isTrue();
    assertThat(heard.listening).isTrue();
  }

  /** A leader that answers fetches, or does not. */
  private static final class Leader extends MockConsumer<String, RequestResult> {

    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean silent;

    private Leader() {
      super("latest");
      updateEndOffsets(Map.of(PARTITION, 40L));
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
      MetricName name = new MetricName("fetch-total", "fetch", "", Map.of());
      int answered = silent ? answers.get() : answers.incrementAndGet();
      return Map.of(
          name,
          new Metric() {
            @Override
            public MetricName metricName() {
              return name;
            }

            @Override
            public Object metricValue() {
              return (double) answered;
            }
          });
    }
  }

  @Test
  void aLeaderThatFallsSilentIsNotFollowedThoughPollsReturn() throws InterruptedException {
    Leader leader = new Leader();
    connections.add(leader);
    ResultInbox hasty = inbox(new Patience(LONG_ENOUGH, Duration.ofSeconds(1)));
    hasty.start();
    await().during(Duration.ofMillis(1500)).until(hasty::isFollowing);

    leader.silent = true;
    await().until(() -> !hasty.isFollowing());

    leader.silent = false;
    await().until(hasty::isFollowing);
    hasty.stop();
  }

  @Test
  void aConsumerThatOnlyFailsIsNoSignOfLife() throws InterruptedException {
    ResultInbox hasty = inbox(new Patience(LONG_ENOUGH, Duration.ofSeconds(2)));
    for (int n = 0; n < 30; n++) {
      MockConsumer<String, RequestResult> broken = connection(40);
      broken.schedulePollTask(() -> broken.setPollException(new KafkaException("not allowed")));
    }
    hasty.start();
    assertThat(hasty.isFollowing()).isTrue();

    await().until(() -> !hasty.isFollowing());

    assertThat(connections).isNotEmpty();
    hasty.stop();
  }

  @Test
  void handsOverWhatArrives() throws InterruptedException {
    MockConsumer<String, RequestResult> consumer = connection(40);
    arrives(consumer, 40, "a");
    arrives(consumer, 42, "b");
    inbox.start();

    await().until(() -> heard.ids.equals(List.of("a", "b")));
  }

  @Test
  void withoutABrokerTheStartGoesOnAndNothingIsHeard() throws InterruptedException {
    ResultInbox alone = inbox(new Patience(Duration.ofMillis(1), LONG_ENOUGH));

    alone.start();

    assertThat(alone.isPositioned()).isFalse();
    assertThat(alone.isFollowing()).isFalse();
    assertThat(heard.listening).isFalse();
    connection(0);
    alone.stop();
  }

  @Test
  void whatCannotBeReadIsLeftOut() throws InterruptedException {
    MockConsumer<String, RequestResult> consumer = connection(40);
    unreadable(consumer, 40, new SerializationException("random bytes"));
    arrives(consumer, 41, "next");
    inbox.start();

    await().until(() -> heard.ids.equals(List.of("next")));
    assertThat(connections).isEmpty();
  }

  @Test
  void aRecordWithoutAResultIsLeftOut() throws InterruptedException {
    MockConsumer<String, RequestResult> consumer = connection(40);
    consumer.schedulePollTask(() -> consumer.addRecord(record(40, "empty", null)));
    arrives(consumer, 41, "next");
    inbox.start();

    await().until(() -> heard.ids.equals(List.of("next")));
    assertThat(connections).isEmpty();
  }

  @Test
  void afterAFaultOfTheHearerItGoesOnWithTheNextResult() throws InterruptedException {
    MockConsumer<String, RequestResult> faulty = connection(40);
    arrives(faulty, 40, FAULT);
    MockConsumer<String, RequestResult> again = connection(99);
    arrives(again, 41, "next");
    inbox.start();

    await().until(() -> heard.ids.equals(List.of("next")));
  }

  @Test
  void whileTheRegistryIsAwayNothingIsLeftOut() throws InterruptedException {
    MockConsumer<String, RequestResult> broken = connection(40);
    unreadable(
        broken, 40, new SerializationException("no schema", new IOException("registry away")));
    MockConsumer<String, RequestResult> again = connection(99);
    arrives(again, 40, "kept");
    inbox.start();

    await().until(() -> heard.ids.equals(List.of("kept")));
  }

  @Test
  void afterABreakItGoesOnWhereItWasNotAtTheEnd() throws InterruptedException {
    MockConsumer<String, RequestResult> broken = connection(40);
    arrives(broken, 40, "before");
    broken.schedulePollTask(() -> broken.setPollException(new KafkaException("broken")));
    MockConsumer<String, RequestResult> again = connection(99);
    arrives(again, 41, "missed meanwhile");
    inbox.start();

    await().until(() -> heard.ids.equals(List.of("before", "missed meanwhile")));
  }

  private static void unreadable(
      MockConsumer<String, RequestResult> consumer, long offset, RuntimeException cause) {
    consumer.schedulePollTask(
        () ->
            consumer.setPollException(
                new RecordDeserializationException(
                    DeserializationExceptionOrigin.VALUE,
                    PARTITION,
                    offset,
                    0L,
                    TimestampType.CREATE_TIME,
                    null,
                    null,
                    new RecordHeaders(),
                    "unreadable",
                    cause)));
  }
}
