package booking.worker.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One record that the worker read, and all that it published because of it.
 *
 * @param cause empty when time alone went by
 * @param now the time that the record carries
 * @param words what was published, as the reference model would say it
 */
record Step(Optional<Cause> cause, Instant now, List<Emitted> emitted, List<String> words) {

  /** The record that the worker read, and its topic and offset. */
  record Cause(Message message, String place) {}

  static Step read(Cause cause, Instant now, List<Emitted> emitted) {
    return new Step(Optional.of(cause), now, emitted, Seen.words(cause.message(), emitted));
  }

  static Step tick(Instant now, List<Emitted> emitted) {
    return new Step(Optional.empty(), now, emitted, Seen.words(emitted));
  }

  /** What was published of one type. */
  <T> List<T> all(Class<T> type) {
    return emitted.stream().map(Emitted::value).filter(type::isInstance).map(type::cast).toList();
  }

  /** The message, if it is of this type. */
  <T> Stream<T> asked(Class<T> type) {
    return cause.stream().map(Cause::message).filter(type::isInstance).map(type::cast);
  }

  boolean isTick() {
    return cause.isEmpty();
  }
}
