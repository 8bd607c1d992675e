package booking.worker.stream;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through what a store has, some records at a time, in the order of its keys. What is put
 * meanwhile it meets or not; a store that is empty when the scan begins is over at once.
 */
final class StoreScan<K, V> {

  private final KeyValueStore<K, V> store;
  private @Nullable K last;
  private boolean over;

  StoreScan(KeyValueStore<K, V> store) {
    this.store = store;
    try (KeyValueIterator<K, V> all = store.all()) {
      over = !all.hasNext();
    }
  }

  /** The key of the record that was read last, if any was. */
  Optional<K> last() {
    return Optional.ofNullable(last);
  }

  /** Whether all that was there when it began has been read. */
  boolean isOver() {
    return over;
  }

  /**
   * Reads on from where it was; does nothing once it is over.
   *
   * @param most records to read
   * @param each is told of each
   * @return how many were read
   */
  int readOn(int most, Consumer<V> each) {
    if (over || most == 0) {
      return 0;
    }
    int read = 0;
    try (KeyValueIterator<K, V> rest = store.range(last, null)) {
      while (read < most && rest.hasNext()) {
        KeyValue<K, V> entry = rest.next();
        // The range begins with the one that was read last, unless that has been deleted.
        if (!entry.key.equals(last)) {
          each.accept(entry.value);
          last = entry.key;
          read++;
        }
      }
      over = !rest.hasNext();
    }
    return read;
  }
}
