package booking.worker.deadletter;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import booking.schemas.Topics;
import booking.worker.deadletter.DeadLetter.Place;
import booking.worker.operator.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** The topic of dead letters, and the topics that they came from, for reading. For one thread. */
final class DeadLetters {

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

  private static final Comparator<DeadLetter> OLDEST_FIRST =
      comparing(DeadLetter::at)
          .thenComparing(letter -> letter.place().partition())
          .thenComparing(letter -> letter.place().offset());

  private final Consumer<byte[], byte[]> consumer;

  /**
   * @param consumer of committed records, without a group; closed by the caller
   */
  DeadLetters(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** The newest letters that are wanted, the newest last. */
  List<DeadLetter> newest(Optional<Instant> since, Predicate<DeadLetter> wanted, int limit) {
    PriorityQueue<DeadLetter> kept = new PriorityQueue<>(OLDEST_FIRST);
    Map<TopicPartition, Long> ends = ends(Topics.DEAD_LETTERS);
    Map<TopicPartition, Long> begins = begins(ends, since);
    consumer.assign(begins.keySet());
    begins.forEach((partition, offset) -> consumer.seek(partition, offset.longValue()));
    Silence silence = new Silence();
    while (begins.keySet().stream()
        .anyMatch(partition -> position(partition) < ends.get(partition))) {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      silence.polled(!polled.isEmpty());
      for (ConsumerRecord<byte[], byte[]> read : polled) {
        DeadLetter letter = DeadLetter.of(read);
        if (since.filter(letter.at()::isBefore).isEmpty() && wanted.test(letter)) {
          kept.add(letter);
        }
        if (kept.size() > limit) {
          kept.remove();
        }
      }
    }
    return kept.stream().sorted(OLDEST_FIRST).toList();
  }

  private Map<TopicPartition, Long> begins(
      Map<TopicPartition, Long> ends, Optional<Instant> since) {
    Map<TopicPartition, Long> first = consumer.beginningOffsets(ends.keySet(), ANSWER_MAX);
    if (since.isEmpty()) {
      return first;
    }
    long from = since.get().toEpochMilli();
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            first.keySet().stream().collect(toMap(partition -> partition, any -> from)),
            ANSWER_MAX);
    return first.keySet().stream()
        .filter(partition -> found.get(partition) != null)
        .collect(toMap(partition -> partition, partition -> found.get(partition).offset()));
  }

  /** One letter, if there is such a one. */
  Optional<DeadLetter> find(Place place) {
    return read(new TopicPartition(Topics.DEAD_LETTERS, place.partition()), place.offset())
        .map(DeadLetter::of);
  }

  /** The committed record at an offset of any topic, if Kafka still has it. */
  Optional<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long offset) {
    Map<TopicPartition, Long> ends = ends(partition.topic());
    boolean there =
        offset < ends.getOrDefault(partition, 0L)
            && offset >= consumer.beginningOffsets(List.of(partition), ANSWER_MAX).get(partition);
    if (!there) {
      return Optional.empty();
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    Silence silence = new Silence();
    while (position(partition) <= offset) {
      ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
      silence.polled(!polled.isEmpty());
      for (ConsumerRecord<byte[], byte[]> read : polled) {
        // An offset may belong to a mark of a transaction; then the next record comes first.
        return Optional.of(read).filter(found -> found.offset() == offset);
      }
    }
    return Optional.empty();
  }

  /** Whether a topic has this partition, be it empty. */
  boolean has(TopicPartition partition) {
    return ends(partition.topic()).containsKey(partition);
  }

  private Map<TopicPartition, Long> ends(String topic) {
    List<TopicPartition> partitions =
        Optional.ofNullable(consumer.partitionsFor(topic, ANSWER_MAX)).orElse(List.of()).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    return consumer.endOffsets(partitions, ANSWER_MAX);
  }

  private long position(TopicPartition partition) {
    return consumer.position(partition, ANSWER_MAX);
  }
}
