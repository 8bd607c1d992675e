package booking.worker.stream;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stores of one task of slots, without a topology around them.
 *
 * @param context by which a processor finds them
 */
record TaskStores(MockProcessorContext<Object, Object> context) implements AutoCloseable {

  static TaskStores in(Path folder) {
    Properties settings = new Properties();
    settings.put(ReadingPace.BOOKINGS, ReadingPace.bookings(1, 1));
    TaskStores stores =
        new TaskStores(new MockProcessorContext<>(settings, new TaskId(0, 0), folder.toFile()));
    SlotProcessor.stores().forEach(stores::open);
    return stores;
  }

  private void open(StoreBuilder<?> builder) {
    // Kafka's context for tests knows neither changelogs nor caches.
    StateStore store = builder.withLoggingDisabled().withCachingDisabled().build();
    store.init(context.getStateStoreContext(), store);
  }

  @Override
  public void close() {
    SlotProcessor.stores().forEach(store -> context.getStateStore(store.name()).close());
  }
}
