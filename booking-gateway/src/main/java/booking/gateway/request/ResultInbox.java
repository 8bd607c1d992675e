package booking.gateway.request;

import static booking.schemas.Topics.BOOKING_RESULTS;

import booking.schemas.RequestResult;
import booking.schemas.ValueFormat;
import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The results that the worker sends to this gateway: one thread that follows one partition from its
 * end on and hands each result over. What cannot be read is left out with a warning, since whoever
 * waits for it can ask the read model.
 */
public final class ResultInbox implements Managed {

  private static final Logger LOG = LoggerFactory.getLogger(ResultInbox.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration POSITION = Duration.ofSeconds(5);
  private static final Duration AGAIN_AFTER = Duration.ofMillis(500);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final Supplier<? extends Consumer<String, RequestResult>> kafka;
  private final TopicPartition partition;
  private final Duration positionWait;
  private final LeaderPulse pulse;
  private final Results results;
  private final CountDownLatch positioned = new CountDownLatch(1);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "result-inbox");
  private volatile Optional<Consumer<String, RequestResult>> following = Optional.empty();
  private OptionalLong next = OptionalLong.empty();

  /**
   * How long to wait.
   *
   * @param position for the end of the partition to be known, at the start
   * @param silence of the partition's leader, until it counts as away
   */
  record Patience(Duration position, Duration silence) {}

  ResultInbox(
      Supplier<? extends Consumer<String, RequestResult>> kafka,
      int partition,
      Patience patience,
      Results results) {
    this.kafka = kafka;
    this.partition = new TopicPartition(BOOKING_RESULTS.name(), partition);
    this.positionWait = patience.position();
    this.pulse = new LeaderPulse(patience.silence());
    this.results = results;
    thread.setDaemon(true);
  }

  /** An inbox of the cluster and partition of the settings. */
  public static ResultInbox of(KafkaSettings settings, ValueFormat format, KafkaRequests results) {
    // A consumer closes its deserializer; the next one needs what this one has learnt.
    Deserializer<RequestResult> values =
        (topic, bytes) ->
            BOOKING_RESULTS.type().cast(format.deserializer().deserialize(topic, bytes));
    return new ResultInbox(
        () -> new KafkaConsumer<>(settings.consumer(), new StringDeserializer(), values),
        settings.replyPartition(),
        new Patience(settings.positionWait().toJavaDuration(), SILENCE),
        results);
  }

  /** Waits for the position: a request sent before it is known could miss its result. */
  @Override
  public void start() throws InterruptedException {
    thread.start();
    if (!positioned.await(positionWait.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("inbox=unpositioned partition={} writes=refused", partition);
    }
  }

  /** True once no result of a request sent from now on can be missed. */
  public boolean isPositioned() {
    return positioned.getCount() == 0;
  }

  /**
   * True while the partition is being followed: its leader answers, if only that nothing is new.
   */
  public boolean isFollowing() {
    return isPositioned() && pulse.isBeating();
  }

  private void run() {
    while (stopping.getCount() > 0) {
      try (var consumer = kafka.get()) {
        follow(consumer);
      } catch (WakeupException | InterruptException stopped) {
        return;
      } catch (KafkaException broken) {
        LOG.warn("inbox=interrupted partition={} cause={}", partition, broken.toString());
        pause();
      } catch (RuntimeException unforeseen) {
        // The thread outlives a fault of ours: without it no write would ever be answered again.
        LOG.error("inbox=interrupted partition={} next={}", partition, next, unforeseen);
        pause();
      }
    }
  }

  private void follow(Consumer<String, RequestResult> consumer) {
    following = Optional.of(consumer);
    consumer.assign(List.of(partition));
    if (next.isPresent()) {
      consumer.seek(partition, next.getAsLong());
    } else {
      consumer.seekToEnd(List.of(partition));
      next = OptionalLong.of(consumer.position(partition, POSITION));
      pulse.beat();
      LOG.info("inbox=positioned partition={} offset={}", partition, next.getAsLong());
    }
    pulse.follow(consumer);
    results.listening();
    positioned.countDown();
    while (stopping.getCount() > 0) {
      poll(consumer);
      pulse.look(consumer);
    }
  }

  private void poll(Consumer<String, RequestResult> consumer) {
    try {
      for (ConsumerRecord<String, RequestResult> record : consumer.poll(POLL)) {
        next = OptionalLong.of(record.offset() + 1);
        handOver(record);
      }
    } catch (RecordDeserializationException unreadable) {
      if (isOutage(unreadable)) {
        throw unreadable;
      }
      LOG.warn("inbox=unreadable partition={} offset={}", partition, unreadable.offset());
      next = OptionalLong.of(unreadable.offset() + 1);
      consumer.seek(partition, next.getAsLong());
    }
  }

  private void handOver(ConsumerRecord<String, RequestResult> record) {
    if (record.value() == null) {
      LOG.warn("inbox=empty partition={} offset={}", partition, record.offset());
    } else {
      results.decided(record.value());
    }
  }

  // A schema registry out of reach says nothing about the record, which is then tried again.
  private static boolean isOutage(RecordDeserializationException unreadable) {
    Throwable cause = unreadable.getCause();
    return !(cause instanceof SerializationException) || cause.getCause() instanceof IOException;
  }

  private void pause() {
    try {
      if (stopping.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("inbox=stopping partition={}", partition);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  @Override
  public void stop() throws InterruptedException {
    stopping.countDown();
    // It may be waiting for a Kafka that is away.
    following.ifPresent(Consumer::wakeup);
    thread.join(STOP_WAIT.toMillis());
  }
}
