package booking.worker.stream;

import booking.schemas.internal.ReadPosition;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a task has read the topics on which parts of the worker instruct it, kept with what those
 * instructions did. When the group's offsets are lost, Kafka gives a topic out again from its
 * start; an old instruction would undo newer ones, and a slot that was forgotten would rise again.
 */
final class ReadPositions {

  private static final Logger LOG = LoggerFactory.getLogger(ReadPositions.class);
  private static final String POSITIONS = "read-positions";

  private final KeyValueStore<String, ReadPosition> positions;
  // Lost offsets bring back thousands of records; one line says so.
  private final Set<String> told = new HashSet<>();

  ReadPositions(ProcessorContext<?, ?> context) {
    positions = context.getStateStore(POSITIONS);
  }

  /** Of all the positions between two commits only the last one is stored, when it is committed. */
  static StoreBuilder<?> builder() {
    return SlotStores.store(POSITIONS, Serdes.String(), ReadPosition.class).withCachingEnabled();
  }

  /** Takes note of a record that is about to be dealt with; false if it was dealt with before. */
  boolean advance(Letter.Origin origin, Instant at) {
    Optional<ReadPosition> before = Optional.ofNullable(positions.get(origin.topic()));
    // A topic that was made anew counts from 0 again, but its records are younger.
    boolean again =
        before
            .filter(last -> origin.offset() <= last.getLastOffset())
            .filter(last -> !at.isAfter(last.getLatest()))
            .isPresent();
    if (again) {
      tellOnce(origin, before.orElseThrow());
    } else {
      told.remove(origin.topic());
      Instant latest =
          before.map(ReadPosition::getLatest).filter(time -> time.isAfter(at)).orElse(at);
      positions.put(origin.topic(), new ReadPosition(origin.offset(), latest));
    }
    return !again;
  }

  private void tellOnce(Letter.Origin origin, ReadPosition last) {
    if (told.add(origin.topic())) {
      LOG.warn(
          "given again and passed over topic={} partition={} from={} to={}",
          origin.topic(),
          origin.partition(),
          origin.offset(),
          last.getLastOffset());
    }
  }
}
