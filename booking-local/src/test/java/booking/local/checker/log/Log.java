package booking.local.checker.log;

import java.util.function.Consumer;

/** Topics full of committed records. */
public interface Log {

  /**
   * Hands over each record of a topic: partition by partition or mixed, but those of a partition in
   * their order. A topic that is not there is empty.
   */
  void each(String topic, Consumer<LogRecord> reader);
}
