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
 * <p>They share the cache, which the write buffers are counted in. But each has write buffers of
 * its own, as much as its share: of buffers that all share RocksDB would, when they are full, put
 * the store that is being written into a file, however little is in it, and not the idle ones that
 * keep the memory. So a worker wrote a file for each record or two after many slots had been made.
 */
public final class StoreMemory implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 128L * 1024 * 1024;
  private static final long WRITE_BUFFER_BYTES = 64L * 1024 * 1024;
  private static final int BLOOM_BITS = 10;

  /** How many stores the process may have open at once, a setting of the application's own. */
  static final String STORES = "booking.stores";

  /** Made when the first store is, since RocksDB's library has to be there. */
  private static final class Shared {

    private static final Cache CACHE = create();

    private static Cache create() {
      RocksDB.loadLibrary();
      return new LRUCache(CACHE_BYTES);
    }
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    // Most look-ups are for answers that were never given: the filter answers them.
    table.setFilterPolicy(new BloomFilter(BLOOM_BITS));
    options.setTableFormatConfig(table);
    long share = WRITE_BUFFER_BYTES / (Integer) configs.get(STORES);
    options.setWriteBufferSize(share);
    // With what Kafka Streams adds to each store, a column family of offsets; RocksDB keeps it.
    try (WriteBufferManager own = new WriteBufferManager(share, Shared.CACHE)) {
      options.setWriteBufferManager(own);
    }
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache outlives each store.
  }
}
