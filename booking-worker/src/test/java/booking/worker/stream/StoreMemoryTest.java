package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/** Stores as Kafka Streams opens them, in the memory that they share. */
class StoreMemoryTest {

  private static final int STORES = 40;
  private static final int RECORDS = 100;
  private static final int KILOBYTE = 1_000;
  private static final Duration ONE_MILLI = Duration.ofMillis(1);

  static {
    RocksDB.loadLibrary();
  }

  private final List<AutoCloseable> open = new ArrayList<>();
  @TempDir private Path folder;

  /**
   * With the options that Kafka Streams begins with, the column family of offsets that it adds, and
   * without the log that it does without.
   */
  private final class Store {

    private final RocksDB database;
    private final WriteOptions writing = kept(new WriteOptions().setDisableWAL(true));
    private final List<ColumnFamilyHandle> families = new ArrayList<>();

    Store(String name) throws RocksDBException, IOException {
      Options options =
          kept(
              new Options()
                  .setCreateIfMissing(true)
                  .setWriteBufferSize(16L * 1024 * 1024)
                  .setMaxWriteBufferNumber(3)
                  .setTableFormatConfig(new BlockBasedTableConfig()));
      new StoreMemory().setConfig(name, options, Map.of(StoreMemory.STORES, STORES));
      DBOptions common =
          kept(new DBOptions(options).setAtomicFlush(true).setCreateMissingColumnFamilies(true));
      ColumnFamilyOptions data = kept(new ColumnFamilyOptions(options));
      ColumnFamilyOptions offsets =
          kept(new ColumnFamilyOptions().setWriteBufferSize(1024L * 1024));
      database =
          kept(
              RocksDB.open(
                  common,
                  Files.createDirectories(folder.resolve(name)).toString(),
                  List.of(
                      new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, data),
                      new ColumnFamilyDescriptor("offsets".getBytes(UTF_8), offsets)),
                  families));
    }

    void write(int records) throws RocksDBException {
      write(families.get(0), records);
    }

    /** What a task leaves that was a standby for a while, or that was restored. */
    void writeOffsets(int records) throws RocksDBException {
      write(families.get(1), records);
    }

    private void write(ColumnFamilyHandle family, int records) throws RocksDBException {
      for (int n = 0; n < records; n++) {
        byte[] key = ByteBuffer.allocate(Integer.BYTES).putInt(n).array();
        database.put(family, writing, key, new byte[KILOBYTE]);
      }
    }

    /** Whether a file is being written. */
    boolean isFlushing() throws RocksDBException {
      return database.getLongProperty("rocksdb.num-running-flushes") > 0
          || database.getLongProperty("rocksdb.mem-table-flush-pending") > 0;
    }

    /** How many files it has begun, roughly: other things are numbered too. */
    int files() {
      return database.getLiveFilesMetaData().stream()
          .map(LiveFileMetaData::fileName)
          .mapToInt(name -> Integer.parseInt(name.replaceAll("\\D", "")))
          .max()
          .orElse(0);
    }
  }

  private <T extends AutoCloseable> T kept(T resource) {
    open.add(resource);
    return resource;
  }

  @AfterEach
  void close() throws Exception {
    for (int n = open.size(); n > 0; n--) {
      open.get(n - 1).close();
    }
  }

  @Test
  void whatOtherStoresKeepInMemoryCostsAStoreNoFiles() throws Exception {
    for (int n = 1; n < STORES; n++) {
      Store idle = new Store("idle-" + n);
      idle.write(1_000);
      idle.writeOffsets(900);
    }
    Store busy = new Store("busy");

    for (int n = 0; n < RECORDS; n++) {
      busy.write(1);
      await().pollInterval(ONE_MILLI).until(() -> !busy.isFlushing());
    }

    assertThat(busy.files()).isLessThan(RECORDS / 2);
  }

  @Test
  void everyStoreHasAShare() {
    try (Venue venue = new Venue()) {
      assertThat(venue.stores()).isEqualTo(BookingTopology.stores(1));
    }
    assertThat(BookingTopology.stores(24)).isEqualTo(4 + 24 * 5);
  }
}
