package booking.worker.stream;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps a fault of this program to the record that shows it. Only what considers is tried, before
 * anything is done of it; so nothing is half done when it fails, and the next record is another's.
 */
final class Trial {

  private Trial() {}

  /**
   * What was considered; empty after a fault, which was told.
   *
   * @throws KafkaException when Kafka or a store is in trouble, which is no fault of the record
   */
  static <T> Optional<T> of(Supplier<T> considering, Consumer<RuntimeException> fault) {
    try {
      return Optional.of(considering.get());
    } catch (KafkaException trouble) {
      throw trouble;
    } catch (RuntimeException bug) {
      fault.accept(bug);
      return Optional.empty();
    }
  }
}
