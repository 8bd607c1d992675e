package booking.worker.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound on the memory of all RocksDB stores of the process together; each would take its own
 * otherwise. Made by Kafka Streams, by name.
 *
 * <p>A store that is written when the write buffers of all are full has its own put into a file,
 * however little is in it. So no store may keep more than its share: what the stores that nobody
 * writes any longer kept would be enough to make the others write a file for each record.
 */
public final class StoreMemory implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 128L * 1024 * 1024;
  private static final long WRITE_BUFFER_BYTES = 64L * 1024 * 1024;
  // Full is at seven eighths of all of it; the rest is for buffers that are on their way to a file.
  private static final long KEPT_BYTES = WRITE_BUFFER_BYTES * 3 / 4;
  private static final int BLOOM_BITS = 10;

  /** How many stores the process may have open at once, a setting of the application's own. */
  static final String STORES = "booking.stores";

  /** What the stores share. */
  private record Shared(Cache cache, WriteBufferManager writeBuffers) {

    private static final Shared INSTANCE = create();

    private static Shared create() {
      RocksDB.loadLibrary();
      Cache cache = new LRUCache(CACHE_BYTES);
      return new Shared(cache, new WriteBufferManager(WRITE_BUFFER_BYTES, cache));
    }
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.INSTANCE.cache());
    table.setCacheIndexAndFilterBlocks(true);
    // Most look-ups are for answers that were never given: the filter answers them.
    table.setFilterPolicy(new BloomFilter(BLOOM_BITS));
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(Shared.INSTANCE.writeBuffers());
    options.setWriteBufferSize(KEPT_BYTES / (Integer) configs.get(STORES));
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the buffers outlive each store.
  }
}
