package booking.worker.simulation;

import booking.worker.stream.Rules;
import java.time.Instant;
import java.util.List;

/** Something wrong between the worker and the world; the plain one changes nothing. */
interface Fault {

  /** No fault at all. */
  Fault NONE = new Fault() {};

  /** The settings that the worker is started with. */
  default Rules rules(Rules right) {
    return right;
  }

  /** What the worker gets to read in place of this message. */
  default Message in(Message sent) {
    return sent;
  }

  /** The time that the worker gets to read with this message. */
  default Instant at(Message sent, Instant right) {
    return right;
  }

  /** Whether the broker keeps what this store writes. */
  default boolean keeps(String store) {
    return true;
  }

  /** Whether the worker gets to know that time goes by. */
  default boolean ticks() {
    return true;
  }

  /** What others get to read in place of this record. */
  default List<Emitted> out(Emitted right) {
    return List.of(right);
  }
}
