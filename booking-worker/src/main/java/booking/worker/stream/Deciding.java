package booking.worker.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running topology: waits for the broker, prepares the topics, then decides until it is closed.
 * An error that it cannot go on after is told once, to whom it was given.
 */
public final class Deciding implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration RETRY = Duration.ofMillis(500);

  private final KafkaStreams streams;
  private final Map<String, String> client;
  private final List<NewTopic> topics;
  private final Consumer<Throwable> onFatal;
  private final CommitAge commits = new CommitAge(System::nanoTime);
  private final GroupCoverage coverage;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread starter = new Thread(this::startWhenReady, "deciding-start");

  /** What to run and where: the graph, its settings, and the topics that it needs. */
  public record Setup(Topology topology, StreamsSettings settings, List<NewTopic> topics) {}

  /**
   * @param onFatal told of an error after which nothing is decided any more
   */
  public Deciding(Setup setup, Consumer<Throwable> onFatal) {
    Properties properties = setup.settings().toProperties();
    this.client = setup.settings().client();
    this.topics = setup.topics();
    this.onFatal = onFatal;
    StoreLibrary.loadFrom(setup.settings().libraryDir());
    this.streams = new KafkaStreams(setup.topology(), properties);
    Set<String> read = GroupCoverage.sources(setup.topology());
    this.coverage =
        new GroupCoverage(
            () -> GroupCoverage.ask(adminSettings(), StreamsSettings.APPLICATION_ID, read),
            System::nanoTime);
    streams.setUncaughtExceptionHandler(
        error -> {
          LOG.error("deciding stopped by an error", error);
          onFatal.accept(error);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.setStateListener((now, before) -> LOG.info("deciding state={} before={}", now, before));
  }

  /** Begins; returns at once. */
  public void start() {
    starter.start();
  }

  private void startWhenReady() {
    try {
      if (prepareTopics()) {
        streams.start();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("deciding could not start", e);
      onFatal.accept(e);
    }
  }

  /** Waits for the broker as long as it takes; false when closed meanwhile. */
  private boolean prepareTopics() throws InterruptedException {
    boolean told = false;
    while (!isClosing(Duration.ZERO)) {
      try (Admin admin = Admin.create(adminSettings())) {
        new TopicPreparation(topics).run(admin);
        return true;
      } catch (ExecutionException | KafkaException e) {
        // A broker takes a moment to know the topics that it has just made.
        boolean outage = !(e.getCause() instanceof UnknownTopicOrPartitionException);
        if (outage && !told) {
          tell(e);
          told = true;
        }
        isClosing(RETRY);
      }
    }
    return false;
  }

  private void tell(Exception trouble) {
    if (KafkaRefusal.isIn(trouble)) {
      // It goes on trying: what it lacks can be given to it while it waits.
      LOG.error(
          "Kafka refuses this worker servers={} cause={} see=\"docs/operations.md, who may do what\"",
          servers(),
          trouble.toString());
    } else {
      LOG.warn("waiting for Kafka servers={} cause={}", servers(), trouble.toString());
    }
  }

  private Map<String, Object> adminSettings() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("default.api.timeout.ms", 10_000);
    settings.put("request.timeout.ms", 5_000);
    return settings;
  }

  private Object servers() {
    return client.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
  }

  private boolean isClosing(Duration wait) throws InterruptedException {
    return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How it is doing now. */
  public DecidingStatus status() {
    return DecidingStatus.of(streams, commits, coverage);
  }

  /** Finishes what was begun, commits it, and stays a member, so that coming back is quick. */
  @Override
  public void close() {
    closing.countDown();
    boolean closed = streams.close(CLOSE_TIMEOUT);
    LOG.info("deciding closed clean={}", closed);
  }
}
