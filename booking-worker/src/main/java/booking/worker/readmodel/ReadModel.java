package booking.worker.readmodel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The read model: a thread that migrates the tables and then follows the events until it is closed
 * or meets a record that it must not skip. It needs nobody: decisions go on without it, and it goes
 * on by itself when Postgres or Kafka come back. Safe to use from any thread.
 */
public final class ReadModel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);
  private static final Duration LAST_STEP_MAX = Duration.ofSeconds(10);
  private static final Duration GOODBYE_MAX = Duration.ofSeconds(3);

  private final PostgresAddress postgres;
  private final RowReader reader;
  private final InstantSource clock;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final ReadModelMonitor monitor = new ReadModelMonitor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicReference<Optional<Consumer<byte[], byte[]>>> consumer =
      new AtomicReference<>(Optional.empty());
  private final Thread thread = new Thread(this::run, "read-model");

  /**
   * A read model that has yet to be started.
   *
   * @param values reads the records of all topics; configured, and closed by the caller
   */
  public ReadModel(
      ReadModelSettings settings,
      Deserializer<? extends SpecificRecord> values,
      InstantSource clock) {
    this(
        settings.postgres(),
        new RowReader(values),
        clock,
        () -> new KafkaConsumer<>(settings.consumerSettings()));
  }

  ReadModel(
      PostgresAddress postgres,
      RowReader reader,
      InstantSource clock,
      Supplier<Consumer<byte[], byte[]>> consumers) {
    this.postgres = postgres;
    this.reader = reader;
    this.clock = clock;
    this.consumers = consumers;
    thread.setDaemon(true);
  }

  /** Begins, and returns at once; to be called once. */
  public void start() {
    thread.start();
  }

  /** Ends after the batch at hand, waiting for it ten seconds at most. */
  @Override
  public void close() {
    closing.countDown();
    consumer.get().ifPresent(Consumer::wakeup);
    try {
      thread.join(LAST_STEP_MAX.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("read_model=closing_late max={}", LAST_STEP_MAX);
    }
  }

  /** How it is doing now. */
  public ReadModelStatus status() {
    return monitor.status();
  }

  /** Rows written since the start. */
  public long rows() {
    return monitor.rows();
  }

  /** Batches written since the start. */
  public long batches() {
    return monitor.batches();
  }

  /** Tries that failed since the start and were made again. */
  public long retries() {
    return monitor.retries();
  }

  private void run() {
    try {
      migrate();
      follow();
      monitor.closed();
      LOG.info("read_model=closed");
    } catch (RuntimeException | Error failure) {
      monitor.stopped(Reason.of(failure));
      LOG.error("read_model=stopped reason=\"{}\"", Reason.of(failure), failure);
    }
  }

  private void migrate() {
    Outage outage = new Outage(monitor);
    boolean done = false;
    while (!done && open(Duration.ZERO)) {
      try {
        Migration.run(postgres);
        done = true;
        outage.over();
      } catch (RuntimeException failure) {
        if (!PostgresTrouble.passes(failure)) {
          throw failure;
        }
        open(outage.failed(failure));
      }
    }
  }

  private void follow() {
    Consumer<byte[], byte[]> mine = consumers.get();
    try (ReadModelWriter writer = new ReadModelWriter(postgres.forBatches())) {
      consumer.set(Optional.of(mine));
      EventFollower follower =
          new EventFollower(new EventFollower.Parts(mine, reader, writer, monitor, clock));
      follower.subscribe();
      while (open(Duration.ZERO)) {
        follower.step();
      }
    } catch (WakeupException closed) {
      // close() woke the consumer up.
    } finally {
      mine.close(CloseOptions.timeout(GOODBYE_MAX));
    }
  }

  /** Whether nobody closes it for this long. */
  private boolean open(Duration patience) {
    try {
      return !closing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
