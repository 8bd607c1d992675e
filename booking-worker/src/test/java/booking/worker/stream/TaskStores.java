package booking.worker.stream;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
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
    TaskStores stores =
        new TaskStores(
            new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile()));
    builders().forEach(stores::open);
    return stores;
  }

  private static Stream<StoreBuilder<?>> builders() {
    return Stream.concat(SlotStores.BUILDERS.stream(), Stream.of(ReadPositions.STORE));
  }

  private void open(StoreBuilder<?> builder) {
    StateStore store = builder.withLoggingDisabled().build();
    // The builder is the topology's own, and other tests build from it too.
    builder.withLoggingEnabled(Map.of());
    store.init(context.getStateStoreContext(), store);
  }

  @Override
  public void close() {
    builders().forEach(store -> context.getStateStore(store.name()).close());
  }
}
