package booking.local.checker.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A log that was read once, small enough to be kept whole; its edited copies are logs of faults.
 */
public final class MemoryLog implements Log {

  private final Map<String, List<LogRecord>> topics;

  private MemoryLog(Map<String, List<LogRecord>> topics) {
    this.topics = topics;
  }

  public static MemoryLog of(Log log) {
    Map<String, List<LogRecord>> topics = new HashMap<>();
    for (String topic : TopicNames.IN_ORDER) {
      List<LogRecord> records = new ArrayList<>();
      log.each(topic, records::add);
      topics.put(topic, records);
    }
    return new MemoryLog(topics);
  }

  @Override
  public void each(String topic, Consumer<LogRecord> reader) {
    topics.getOrDefault(topic, List.of()).forEach(reader);
  }

  /** All records of a topic of one kind. */
  public List<LogRecord> all(String topic, Predicate<LogRecord> wanted) {
    return topics.getOrDefault(topic, List.of()).stream().filter(wanted).toList();
  }

  /**
   * A copy in which one record is replaced by none, one or more.
   *
   * @param which finds the record: the first such of its topic
   */
  public MemoryLog replacing(
      String topic, Predicate<LogRecord> which, Function<LogRecord, List<LogRecord>> by) {
    List<LogRecord> before = topics.getOrDefault(topic, List.of());
    LogRecord found =
        before.stream()
            .filter(which)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no such record on " + topic));
    List<LogRecord> after = new ArrayList<>();
    for (LogRecord record : before) {
      after.addAll(record == found ? by.apply(record) : List.of(record));
    }
    Map<String, List<LogRecord>> copy = new HashMap<>(topics);
    copy.put(topic, after);
    return new MemoryLog(copy);
  }

  /** A copy with one record more at the end of its topic. */
  public MemoryLog adding(LogRecord record) {
    Map<String, List<LogRecord>> copy = new HashMap<>(topics);
    List<LogRecord> longer = new ArrayList<>(topics.getOrDefault(record.topic(), List.of()));
    longer.add(record);
    copy.put(record.topic(), longer);
    return new MemoryLog(copy);
  }
}
