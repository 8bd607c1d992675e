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
 */
public final class StoreMemory implements RocksDBConfigSetter {

  private static final long CACHE_BYTES = 128L * 1024 * 1024;
  private static final long WRITE_BUFFER_BYTES = 64L * 1024 * 1024;
  private static final int BLOOM_BITS = 10;

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
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the buffers outlive each store.
  }
}
