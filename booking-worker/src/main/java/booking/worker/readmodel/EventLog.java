package booking.worker.readmodel;

import static java.util.stream.Collectors.toSet;

import booking.worker.operator.NotDoneException;
import booking.worker.operator.Silence;
import booking.worker.readmodel.Batch.Move;
import booking.worker.readmodel.Batch.ProjectedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * All that the tables are folded from, read from its beginning in batches, beside the workers and
 * outside of their group. For use by one thread.
 */
final class EventLog implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  private final Consumer<byte[], byte[]> consumer;
  private final RowReader reader;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final Expiry expiry;

  /**
   * A log to be read from its beginning.
   *
   * @param consumer its own from now on; with committed records only, and without a group
   * @throws NotDoneException when Kafka does not have all that the tables are made from
   */
  EventLog(Consumer<byte[], byte[]> consumer, RowReader reader) {
    this.consumer = consumer;
    this.reader = reader;
    Set<TopicPartition> partitions =
        RowReader.topics().stream().flatMap(this::partitions).collect(toSet());
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions, ANSWER_MAX);
    this.expiry = new Expiry(beginnings);
    consumer.assign(partitions);
    seek(beginnings);
  }

  private Stream<TopicPartition> partitions(String topic) {
    List<PartitionInfo> found =
        Optional.ofNullable(consumer.partitionsFor(topic, ANSWER_MAX)).orElse(List.of());
    if (found.isEmpty()) {
      throw new NotDoneException(
          "Kafka has no topic %s. Check KAFKA_BOOTSTRAP_SERVERS; a worker makes the topics."
              .formatted(topic));
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition()));
  }

  /** Where each partition is to be read next. */
  Map<TopicPartition, Long> positions() {
    return Map.copyOf(next);
  }

  /** Goes on from these offsets. */
  void seek(Map<TopicPartition, Long> offsets) {
    next.putAll(offsets);
    offsets.forEach((partition, offset) -> consumer.seek(partition, offset.longValue()));
  }

  /** Where each partition ends now, as far as it is committed. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(next.keySet(), ANSWER_MAX);
  }

  /** What Kafka no longer has of it. */
  Expiry expiry() {
    return expiry;
  }

  /**
   * The next batch, which takes no partition beyond its end; empty when all have arrived there.
   *
   * @throws NotDoneException when Kafka keeps silent
   */
  Optional<Batch> next(Map<TopicPartition, Long> ends) {
    Silence silence = new Silence();
    Set<TopicPartition> pending = pending(ends);
    while (!pending.isEmpty()) {
      consumer.pause(next.keySet());
      consumer.resume(pending);
      List<ProjectedRecord> read = read(poll(), ends);
      Map<TopicPartition, Move> moves = moves(pending, ends);
      if (!moves.isEmpty()) {
        moves.forEach((partition, move) -> next.put(partition, move.next()));
        return Optional.of(new Batch(read, moves));
      }
      silence.polled(false);
      pending = pending(ends);
    }
    return Optional.empty();
  }

  private Set<TopicPartition> pending(Map<TopicPartition, Long> ends) {
    return next.keySet().stream()
        .filter(partition -> next.get(partition) < ends.getOrDefault(partition, 0L))
        .collect(toSet());
  }

  private ConsumerRecords<byte[], byte[]> poll() {
    try {
      return consumer.poll(POLL);
    } catch (OffsetOutOfRangeException gone) {
      Set<TopicPartition> partitions = gone.offsetOutOfRangePartitions().keySet();
      consumer
          .beginningOffsets(partitions, ANSWER_MAX)
          .forEach(
              (partition, first) -> {
                expiry.lost(partition);
                consumer.seek(partition, first.longValue());
              });
      return ConsumerRecords.empty();
    }
  }

  private List<ProjectedRecord> read(
      ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> ends) {
    List<ProjectedRecord> read = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : records) {
      TopicPartition partition = new TopicPartition(message.topic(), message.partition());
      if (message.offset() < ends.get(partition)) {
        expiry.seen(partition, message.timestamp());
        read.add(reader.read(message));
      }
    }
    return read;
  }

  /** By positions, not by records: a partition may end in marks of transactions. */
  private Map<TopicPartition, Move> moves(
      Set<TopicPartition> pending, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Move> moves = new HashMap<>();
    for (TopicPartition partition : pending) {
      long position = consumer.position(partition, ANSWER_MAX);
      long end = ends.get(partition);
      if (position > end) {
        consumer.seek(partition, end);
      }
      if (position > next.get(partition)) {
        moves.put(partition, new Move(next.get(partition), Math.min(position, end)));
      }
    }
    return moves;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
