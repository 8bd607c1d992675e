package booking.worker.readmodel;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import booking.worker.readmodel.Batch.Move;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this worker reads its partitions: always where the tables stand, never where Kafka's group
 * stands. Unknown after every rebalance and every failure; partitions are paused until it is known.
 */
final class Positions implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final ReadModelWriter writer;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private boolean joined;
  private boolean known;

  Positions(Consumer<byte[], byte[]> consumer, ReadModelWriter writer) {
    this.consumer = consumer;
    this.writer = writer;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> added) {
    // Kafka insists on some position at once. Nothing is read from this one: forget() pauses.
    added.forEach(partition -> consumer.seek(partition, 0));
    forget();
    joined = true;
    LOG.info("read_model=assigned partitions={}", consumer.assignment().size());
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    forget();
  }

  /** Whether the group has said which partitions are its own, none perhaps. */
  boolean joined() {
    return joined;
  }

  boolean known() {
    return known;
  }

  /** Nothing is read any more until {@link #recall}. */
  void forget() {
    known = false;
    next.clear();
    consumer.pause(consumer.assignment());
  }

  /** Goes to where the tables stand; to the beginning of what they have never followed. */
  void recall() {
    Set<TopicPartition> mine = consumer.assignment();
    Map<TopicPartition, Long> stored = writer.progress();
    Set<TopicPartition> unfollowed =
        mine.stream().filter(partition -> !stored.containsKey(partition)).collect(toSet());
    if (!unfollowed.isEmpty()) {
      writer.begin(consumer.beginningOffsets(unfollowed, ANSWER_MAX));
      stored.putAll(writer.progress());
    }
    stored.keySet().retainAll(mine);
    next.putAll(stored);
    next.forEach((partition, offset) -> consumer.seek(partition, offset.longValue()));
    consumer.resume(mine);
    known = true;
  }

  /** How far these records take each of their partitions. */
  Map<TopicPartition, Move> moves(ConsumerRecords<?, ?> records) {
    return records.nextOffsets().entrySet().stream()
        .collect(
            toMap(
                Entry::getKey,
                entry -> new Move(next.get(entry.getKey()), entry.getValue().offset())));
  }

  /** The tables have made these moves. */
  void moved(Map<TopicPartition, Move> moves) {
    moves.forEach((partition, move) -> next.put(partition, move.next()));
  }

  /** Records not yet read, or empty while Kafka has not said. */
  OptionalLong lag() {
    long sum = 0;
    for (TopicPartition partition : consumer.assignment()) {
      OptionalLong lag = consumer.currentLag(partition);
      if (lag.isEmpty()) {
        return lag;
      }
      sum += lag.getAsLong();
    }
    return OptionalLong.of(sum);
  }

  /**
   * Goes on after records that the topic has let go of, as those of a bounded retention may; the
   * rows that they would have left are of requests long answered.
   *
   * @throws ReadModelStoppedException when the topic should have kept them for ever, or when the
   *     tables are further than the log
   */
  void skipExpired(OffsetOutOfRangeException outOfRange) {
    Map<TopicPartition, Long> wanted = outOfRange.offsetOutOfRangePartitions();
    Map<TopicPartition, Long> first = consumer.beginningOffsets(wanted.keySet(), ANSWER_MAX);
    wanted.forEach(
        (partition, offset) -> {
          if (!RowReader.mayExpire(partition.topic()) || offset > first.get(partition)) {
            throw new ReadModelStoppedException(
                "the log does not have " + RecordPlace.of(partition, offset), outOfRange);
          }
          LOG.warn(
              "read_model=skips_expired {} to={}",
              RecordPlace.of(partition, offset),
              first.get(partition));
          consumer.seek(partition, first.get(partition).longValue());
        });
  }
}
