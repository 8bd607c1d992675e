package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StoreScanTest {

  private final KeyValueStore<Long, String> store = emptyStore();
  private final List<String> read = new ArrayList<>();

  private static KeyValueStore<Long, String> emptyStore() {
    KeyValueStore<Long, String> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("scanned"), Serdes.Long(), Serdes.String())
            .withLoggingDisabled()
            .build();
    StateStore root = store;
    store.init(new MockProcessorContext<Bytes, Bytes>().getStateStoreContext(), root);
    return store;
  }

  private StoreScan<Long, String> scan(long... keys) {
    for (long key : keys) {
      store.put(key, "v" + key);
    }
    return new StoreScan<>(store);
  }

  @Test
  void itReadsOnFromWhereItWasUntilItHasReadAll() {
    StoreScan<Long, String> scan = scan(1, 2, 300);

    assertThat(scan.last()).isEmpty();
    assertThat(scan.readOn(2, read::add)).isEqualTo(2);
    assertThat(scan.last()).hasValue(2L);
    assertThat(scan.isOver()).isFalse();
    assertThat(scan.readOn(0, read::add)).isZero();
    assertThat(scan.readOn(2, read::add)).isEqualTo(1);

    assertThat(scan.isOver()).isTrue();
    assertThat(read).containsExactly("v1", "v2", "v300");
  }

  @Test
  void itIsOverWithTheLastRecordAndReadsNothingMore() {
    StoreScan<Long, String> scan = scan(1, 2);
    scan.readOn(2, read::add);
    assertThat(scan.isOver()).isTrue();

    store.put(3L, "v3");

    assertThat(scan.readOn(5, read::add)).isZero();
    assertThat(read).containsExactly("v1", "v2");
  }

  @Test
  void anEmptyStoreIsReadAtOnce() {
    StoreScan<Long, String> scan = scan();

    store.put(1L, "v1");

    assertThat(scan.isOver()).isTrue();
    assertThat(scan.readOn(5, read::add)).isZero();
  }

  @Test
  void whatIsPutAheadOfItIsReadAndWhatIsPutBehindItIsNot() {
    StoreScan<Long, String> scan = scan(10, 20, 30);
    scan.readOn(2, read::add);

    store.put(15L, "v15");
    store.put(25L, "v25");
    scan.readOn(5, read::add);

    assertThat(read).containsExactly("v10", "v20", "v25", "v30");
  }

  @Test
  void itGoesOnThoughTheRecordThatItReadLastIsDeleted() {
    StoreScan<Long, String> scan = scan(10, 20, 30);
    scan.readOn(2, read::add);

    store.delete(20L);
    scan.readOn(5, read::add);

    assertThat(read).containsExactly("v10", "v20", "v30");
  }

  @Test
  void aRecordThatCouldNotBeToldOfIsToldOfAgain() {
    StoreScan<Long, String> scan = scan(1, 2);

    assertThatThrownBy(
            () ->
                scan.readOn(
                    2,
                    value -> {
                      if (value.equals("v2")) {
                        throw new IllegalArgumentException(value);
                      }
                    }))
        .hasMessage("v2");
    scan.readOn(2, read::add);

    assertThat(read).containsExactly("v2");
  }
}
