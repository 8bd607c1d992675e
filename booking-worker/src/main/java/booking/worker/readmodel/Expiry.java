package booking.worker.readmodel;

import booking.worker.operator.NotDoneException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * What a log no longer has at its beginning. Answers are kept for a week, and some of them are
 * nowhere else; the events of bookings and rooms are kept for ever, and have to be all there.
 */
final class Expiry {

  /** The time of the first record that is left, the end of time until one was seen. */
  private final Map<TopicPartition, Instant> firstLeft = new HashMap<>();

  /**
   * @param beginnings the first offset of each partition that Kafka still has
   * @throws NotDoneException when one does not begin where it should
   */
  Expiry(Map<TopicPartition, Long> beginnings) {
    beginnings.forEach(
        (partition, offset) -> {
          if (offset > 0) {
            lost(partition);
          }
        });
  }

  /**
   * Its beginning is gone, from before or just now.
   *
   * @throws NotDoneException when records of this partition must not expire
   */
  void lost(TopicPartition partition) {
    if (!RowReader.mayExpire(partition.topic())) {
      throw new NotDoneException(
          "Kafka no longer has the beginning of %s, so the tables cannot be made from it. Keep"
                  .formatted(partition)
              + " the tables as they are and look for a copy of the topic.");
    }
    firstLeft.put(partition, Instant.MAX);
  }

  /** A record was read; the first one of its partition is the one that counts. */
  void seen(TopicPartition partition, long timestamp) {
    firstLeft.computeIfPresent(
        partition,
        (any, first) -> first.equals(Instant.MAX) ? Instant.ofEpochMilli(timestamp) : first);
  }

  /** The time before which answers may be missing; empty when the log is whole. */
  Optional<Instant> missingBefore() {
    return firstLeft.values().stream().max(Instant::compareTo);
  }
}
