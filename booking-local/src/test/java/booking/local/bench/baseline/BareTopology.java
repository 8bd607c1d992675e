package booking.local.bench.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.bench.stage.Stage;
import booking.local.faults.cluster.Companion;
import booking.worker.stream.StreamsSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
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
 * The program that shows what the engine allows: it reads a request's bytes, puts a value into one
 * store and forwards a record. It reads from as many topics as the worker's slots do. It decides
 * nothing and decodes nothing; its settings are the worker's.
 */
public final class BareTopology {

  /** Of the program, and what the names of its topics begin with. */
  public static final String GROUP = "bare";

  public static final String REQUESTS = GROUP + "-requests";
  public static final String RESULTS = GROUP + "-results";

  /** Those that the worker's slots read besides; nothing comes there. */
  public static final List<String> OTHERS =
      List.of(GROUP + "-commands", GROUP + "-payments", GROUP + "-ticks");

  // As large as a booking with its slot, and as an event.
  private static final int VALUE_BYTES = 240;
  private static final int RESULT_BYTES = 235;

  private static final String STORE = "values";

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
        new StreamsSettings(client, GROUP, state, 2, Stage.PARTITIONS, Duration.ofMillis(25), 1, 0)
            .toProperties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, GROUP);
    return settings;
  }

  private static Topology topology() {
    ByteArrayDeserializer in = new ByteArrayDeserializer();
    ByteArraySerializer out = new ByteArraySerializer();
    return new Topology()
        .addSource(
            "requests",
            in,
            in,
            Stream.concat(Stream.of(REQUESTS), OTHERS.stream()).toArray(String[]::new))
        .addProcessor("put", new Put(), "requests")
        .addSink("results", RESULTS, out, out, "put");
  }

  /** The one processor, and its store. */
  private record Put()
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
      Objects.requireNonNull(store).put(key, Arrays.copyOf(value, VALUE_BYTES));
      Objects.requireNonNull(context)
          .forward(request.withValue(Arrays.copyOf(value, RESULT_BYTES)));
    }
  }
}
