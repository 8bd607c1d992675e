package booking.worker.readmodel;

import booking.worker.operator.NotDoneException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The fold of the events into empty tables, by the same projections and statements as the live
 * ones, with the word on how far it is every two seconds. For use by one thread.
 */
final class Fold {

  private static final long WORD_NANOS = Duration.ofSeconds(2).toNanos();
  private static final double NANOS = 1e9;

  private final EventLog log;
  private final Jdbi tables;
  private final Consumer<String> said;
  private final long begun = System.nanoTime();
  private long lastWord = begun;
  private long records;

  /** Into these tables, which are empty, from this log, of which nothing was read yet. */
  Fold(EventLog log, Jdbi tables, Consumer<String> said) {
    this.log = log;
    this.tables = tables;
    this.said = said;
    tables.useTransaction(handle -> ProgressTable.begin(handle, log.positions()));
  }

  /** Reads up to these offsets; partitions that are there already stay where they are. */
  void to(Map<TopicPartition, Long> ends) {
    requireKept(ends);
    tables.useHandle(
        handle -> {
          Optional<Batch> batch = log.next(ends);
          while (batch.isPresent()) {
            Batch read = batch.get();
            handle.useTransaction(own -> ReadModelWriter.write(own, read));
            count(read, ends);
            batch = log.next(ends);
          }
        });
  }

  /** The same for the last few records, within a transaction of the caller's. */
  void to(Map<TopicPartition, Long> ends, Handle handle) {
    requireKept(ends);
    for (Optional<Batch> batch = log.next(ends); batch.isPresent(); batch = log.next(ends)) {
      ReadModelWriter.write(handle, batch.get());
      count(batch.get(), ends);
    }
  }

  /** Goes back to where the tables stand, after a transaction that was taken back. */
  void recall() {
    log.seek(tables.withHandle(ProgressTable::stored));
  }

  /** How many records at most lie before these offsets and were not read yet. */
  long missing(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> positions = log.positions();
    return ends.entrySet().stream()
        .mapToLong(end -> end.getValue() - positions.getOrDefault(end.getKey(), 0L))
        .filter(missing -> missing > 0)
        .sum();
  }

  /** What was read so far, and how fast. */
  String pace() {
    double seconds = Math.max(System.nanoTime() - begun, 1) / NANOS;
    return "%,d records in %.1f s, %,.0f/s".formatted(records, seconds, records / seconds);
  }

  private void count(Batch batch, Map<TopicPartition, Long> ends) {
    records += batch.records().size();
    if (System.nanoTime() - lastWord > WORD_NANOS) {
      lastWord = System.nanoTime();
      said.accept("  %s; at most %,d to go".formatted(pace(), missing(ends)));
    }
  }

  /** Tables that are further than the log were filled from another one. */
  private void requireKept(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> lasts = log.ends();
    ends.forEach(
        (partition, end) -> {
          if (end > lasts.getOrDefault(partition, 0L)) {
            throw new NotDoneException(
                "The tables have read %s up to offset %d, but it ends at %d: they were filled from"
                        .formatted(partition, end, lasts.getOrDefault(partition, 0L))
                    + " another Kafka, or that one has lost records. Check KAFKA_BOOTSTRAP_SERVERS"
                    + " and POSTGRES_URL; if Kafka came back from a copy, empty the database as"
                    + " docs/operations.md says.");
          }
        });
  }
}
