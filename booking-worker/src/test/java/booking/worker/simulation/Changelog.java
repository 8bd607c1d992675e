package booking.worker.simulation;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;

/**
 * What the broker keeps of the worker's stores: every record that they wrote, compacted to the last
 * one of each key. It outlives the worker, and fills the stores of the next one.
 */
final class Changelog {

  private static final String SUFFIX = "-changelog";
  private static final ByteArrayDeserializer BYTES = new ByteArrayDeserializer();

  /** A driver runs one task for the whole graph. */
  static final TaskId TASK = new TaskId(0, 0);

  private final Map<String, Map<Bytes, byte[]>> kept = new HashMap<>();
  private final Map<String, TestOutputTopic<byte[], byte[]>> read = new HashMap<>();
  private final String prefix;
  private final Predicate<String> keeps;

  /**
   * @param applicationId that the changelogs are named by
   * @param keeps whether the writes of a store arrive, by its name
   */
  Changelog(String applicationId, Predicate<String> keeps) {
    this.prefix = applicationId + "-";
    this.keeps = keeps;
  }

  /** The last value of each key of one store. */
  Map<Bytes, byte[]> of(String store) {
    return kept.get(store);
  }

  /** Forgets what a store wrote. */
  void lose(String store) {
    kept.put(store, new TreeMap<>());
  }

  /** Begins to read from a new driver, whose stores all have a changelog, be it empty. */
  void follow(TopologyTestDriver driver) {
    read.clear();
    driver.getAllStateStores().keySet().forEach(store -> kept.putIfAbsent(store, new TreeMap<>()));
  }

  /** Takes in what the driver's stores have written since. */
  void readFrom(TopologyTestDriver driver) {
    for (String topic : driver.producedTopicNames()) {
      if (topic.endsWith(SUFFIX)) {
        TestOutputTopic<byte[], byte[]> from =
            read.computeIfAbsent(topic, name -> driver.createOutputTopic(name, BYTES, BYTES));
        if (!from.isEmpty()) {
          read(topic, from);
        }
      }
    }
  }

  private void read(String topic, TestOutputTopic<byte[], byte[]> from) {
    String store = topic.substring(prefix.length(), topic.length() - SUFFIX.length());
    List<TestRecord<byte[], byte[]>> written = from.readRecordsToList();
    if (keeps.test(store)) {
      written.forEach(record -> keep(kept.get(store), record));
    }
  }

  private static void keep(Map<Bytes, byte[]> all, TestRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      all.remove(Bytes.wrap(record.key()));
    } else {
      all.put(Bytes.wrap(record.key()), record.value());
    }
  }

  /** Writes every store anew into this directory of a task, as a restore from the broker would. */
  void restoreInto(File taskDir, Properties settings) {
    if (!taskDir.mkdirs()) {
      throw new IllegalStateException("not a fresh directory: " + taskDir);
    }
    kept.forEach(
        (name, entries) -> {
          KeyValueStore<Bytes, byte[]> store = Stores.persistentKeyValueStore(name).get();
          open(store, settings, taskDir);
          entries.forEach(store::put);
          TopicPartition partition = new TopicPartition(prefix + name + SUFFIX, 0);
          store.commit(Map.of(partition, (long) entries.size()));
          store.close();
        });
  }

  private static void open(StateStore store, Properties settings, File taskDir) {
    store.init(
        new MockProcessorContext<Object, Object>(settings, TASK, taskDir).getStateStoreContext(),
        store);
  }
}
