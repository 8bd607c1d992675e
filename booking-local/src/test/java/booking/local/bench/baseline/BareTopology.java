package booking.local.bench.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.faults.cluster.Companion;
import booking.worker.stream.StreamsSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.ConnectedStoreProvider;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The program that shows what the engine allows: it reads a request's bytes, puts a value as large
 * as a booking and its slot into one store, and forwards one record as large as an event. It
 * decides nothing and decodes nothing; its settings are the worker's.
 */
public final class BareTopology {

  public static final String GROUP = "bare";
  public static final String REQUESTS = "bare-requests";
  public static final String RESULTS = "bare-results";

  private static final String STORE = "values";

  // A stored booking has 174 bytes and its slot 66, an event has 235: see bench.core.Samples.
  private static final int VALUE_BYTES = 240;
  private static final int RESULT_BYTES = 235;

  private BareTopology() {}

  /** Its arguments: the servers of Kafka, the folder of its store. */
  public static void main(String[] arguments) {
    KafkaStreams streams = new KafkaStreams(topology(), settings(arguments[0], arguments[1]));
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            System.out.println(Companion.READY);
          }
        });
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "stop"));
    streams.start();
  }

  private static Properties settings(String servers, String state) {
    Map<String, String> client = Map.of("bootstrap.servers", servers);
    Properties settings =
        new StreamsSettings(client, GROUP, state, 2, Duration.ofMillis(25), 1, 0).toProperties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, GROUP);
    return settings;
  }

  private static Topology topology() {
    return new Topology()
        .addSource("requests", new ByteArrayDeserializer(), new ByteArrayDeserializer(), REQUESTS)
        .addProcessor("put", new Put(), "requests")
        .addSink("results", RESULTS, new ByteArraySerializer(), new ByteArraySerializer(), "put");
  }

  /** The one processor, and its store. */
  private static final class Put
      implements ProcessorSupplier<byte[], byte[], byte[], byte[]>, ConnectedStoreProvider {

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
      return new PutAndForward();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(
          Stores.keyValueStoreBuilder(
                  Stores.persistentKeyValueStore(STORE), Serdes.Long(), Serdes.ByteArray())
              .withCachingDisabled());
    }
  }

  private static final class PutAndForward implements Processor<byte[], byte[], byte[], byte[]> {

    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<Long, byte[]> store;

    @Override
    public void init(ProcessorContext<byte[], byte[]> opened) {
      context = opened;
      store = opened.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> request) {
      byte[] value = request.value();
      long key = Long.parseLong(new String(request.key(), UTF_8));
      List.of(store).get(0).put(key, Arrays.copyOf(value, VALUE_BYTES));
      List.of(context).get(0).forward(request.withValue(Arrays.copyOf(value, RESULT_BYTES)));
    }
  }
}
