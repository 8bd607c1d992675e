package booking.local.faults.stranger;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** A place in a topic, to read on from: the next offset of each of its partitions. */
public record Mark(Map<TopicPartition, Long> next) {

  public Mark {
    next = Map.copyOf(next);
  }
}
