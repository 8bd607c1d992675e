package booking.worker.stream;

import booking.schemas.RequestResult;
import booking.schemas.internal.RememberedAnswer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The first answers that no booking keeps, by slot and request. */
final class AnswerStore {

  private static final String ANSWERS = "answers";

  private final KeyValueStore<String, RememberedAnswer> answers;
  private final StoreScan<String, RememberedAnswer> scan;

  AnswerStore(ProcessorContext<?, ?> context) {
    answers = context.getStateStore(ANSWERS);
    scan = new StoreScan<>(answers);
  }

  static StoreBuilder<?> builder() {
    return SlotStores.store(ANSWERS, Serdes.String(), RememberedAnswer.class);
  }

  Optional<RememberedAnswer> find(long timeslotId, String requestId) {
    return Optional.ofNullable(answers.get(key(timeslotId, requestId)));
  }

  void put(RememberedAnswer answer) {
    RequestResult result = answer.getResult();
    answers.put(key(result.getTimeslotId(), result.getRequestId()), answer);
  }

  /** Forgets the slot's answers of this kind; true if none is left. */
  boolean remove(long timeslotId, Predicate<RequestResult> forgettable) {
    boolean none = true;
    try (KeyValueIterator<String, RememberedAnswer> all =
        answers.prefixScan(key(timeslotId, ""), new StringSerializer())) {
      while (all.hasNext()) {
        KeyValue<String, RememberedAnswer> entry = all.next();
        if (forgettable.test(entry.value.getResult())) {
          answers.delete(entry.key);
        } else {
          none = false;
        }
      }
    }
    return none;
  }

  /** Whether {@link #readOn} has come to the end. */
  boolean allRead() {
    return scan.isOver();
  }

  /**
   * Reads on through all answers.
   *
   * @return how many were read
   */
  int readOn(int most, Consumer<RequestResult> each) {
    return scan.readOn(most, answer -> each.accept(answer.getResult()));
  }

  private static String key(long timeslotId, String requestId) {
    return timeslotId + "/" + requestId;
  }
}
