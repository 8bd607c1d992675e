package booking.worker.readmodel;

import booking.schemas.SchemaRegistryUnavailableException;
import booking.worker.readmodel.Batch.ProjectedRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The loop that moves batches from Kafka to the tables. After any failure that may pass it forgets
 * the batch, asks the tables where they stand and reads from there: that is right whether or not
 * the transaction went through, and while it waits it stays in its group with paused partitions.
 * For use by one thread.
 */
final class EventFollower {

  private static final Duration POLL = Duration.ofMillis(250);

  private final Parts parts;
  private final Positions positions;
  private final Outage outage;
  private Duration patience = Duration.ZERO;

  /** What it works with; the consumer is its own from now on. */
  record Parts(
      Consumer<byte[], byte[]> consumer,
      RowReader reader,
      ReadModelWriter writer,
      ReadModelMonitor monitor,
      InstantSource clock) {}

  EventFollower(Parts parts) {
    this.parts = parts;
    this.positions = new Positions(parts.consumer(), parts.writer());
    this.outage = new Outage(parts.monitor());
  }

  void subscribe() {
    parts.consumer().subscribe(RowReader.topics(), positions);
  }

  /**
   * One poll and what follows from it.
   *
   * @throws ReadModelStoppedException when going on would skip a row
   */
  void step() {
    try {
      rest();
      if (!positions.known()) {
        positions.recall();
      }
      ConsumerRecords<byte[], byte[]> records = poll();
      // Not known means that a rebalance came with the poll; what it brought is read again.
      if (positions.known()) {
        take(records);
      }
    } catch (RuntimeException failure) {
      if (!passes(failure)) {
        throw failure;
      }
      positions.forget();
      patience = outage.failed(failure);
    }
  }

  /** Waits out a failure inside poll, so that the group keeps its member. */
  private void rest() {
    Duration resting = patience;
    patience = Duration.ZERO;
    if (!resting.isZero()) {
      parts.consumer().poll(resting);
    }
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return parts.consumer().poll(POLL);
    } catch (OffsetOutOfRangeException outOfRange) {
      positions.skipExpired(outOfRange);
      return ConsumerRecords.empty();
    }
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    if (!records.isEmpty()) {
      write(new Batch(read(records), positions.moves(records)));
    }
    OptionalLong lag = positions.lag();
    if (!records.isEmpty() || lag.orElse(-1) == 0) {
      outage.over();
    }
    if (!outage.lasts() && positions.joined()) {
      parts.monitor().following(lag);
    }
  }

  private List<ProjectedRecord> read(ConsumerRecords<byte[], byte[]> records) {
    List<ProjectedRecord> read = new ArrayList<>();
    records.forEach(message -> read.add(parts.reader().read(message)));
    return read;
  }

  private void write(Batch batch) {
    int rows = commit(batch);
    positions.moved(batch.moves());
    parts.monitor().committed(rows, parts.clock().instant());
  }

  private int commit(Batch batch) {
    try {
      return parts.writer().write(batch);
    } catch (RuntimeException failure) {
      if (passes(failure)) {
        throw failure;
      }
      String place =
          parts.writer().refused(batch).map(RecordPlace::toString).orElse(batch.moves().toString());
      throw new ReadModelStoppedException("refused " + place + ": " + Reason.of(failure), failure);
    }
  }

  private static boolean passes(RuntimeException failure) {
    return failure instanceof RetriableException
        || failure instanceof SchemaRegistryUnavailableException
        || failure instanceof ProgressMovedException
        || PostgresTrouble.passes(failure);
  }
}
