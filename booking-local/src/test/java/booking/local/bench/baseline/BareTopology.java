package booking.local.bench.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * The program that shows what the engine allows: it reads a request's bytes, puts values into one
 * store and forwards records. It decides nothing and decodes nothing; its settings are the
 * worker's.
 */
public final class BareTopology {

  /**
   * How much it writes for a request.
   *
   * @param group of the program, and what the names of its topics begin with
   * @param values bytes of each value that is put
   * @param results bytes of each record that is forwarded
   */
  public record Load(String group, List<Integer> values, List<Integer> results) {

    /** One value as large as a booking with its slot, and one record as large as an event. */
    public static final Load LEAST = new Load("bare", List.of(240), List.of(235));

    /**
     * As many of both, each about as large, as a booking leaves: booking and slot; event and result
     * as in the bench, and a notification as one of the README's walk.
     */
    public static final Load A_BOOKINGS =
        new Load("bare-five", List.of(174, 66), List.of(235, 234, 111));

    private static Load of(String group) {
      return Stream.of(LEAST, A_BOOKINGS)
          .filter(load -> load.group().equals(group))
          .findFirst()
          .orElseThrow();
    }

    public String requestTopic() {
      return group + "-requests";
    }

    public String resultTopic() {
      return group + "-results";
    }
  }

  private static final String STORE = "values";

  private BareTopology() {}

  /** Its arguments: the group of its load, the servers of Kafka, the folder of its store. */
  public static void main(String[] arguments) {
    Load load = Load.of(arguments[0]);
    KafkaStreams streams =
        new KafkaStreams(topology(load), settings(load.group(), arguments[1], arguments[2]));
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            System.out.println(Companion.READY);
          }
        });
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "stop"));
    streams.start();
  }

  private static Properties settings(String group, String servers, String state) {
    Map<String, String> client = Map.of("bootstrap.servers", servers);
    Properties settings =
        new StreamsSettings(client, group, state, 2, Duration.ofMillis(25), 1, 0).toProperties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, group);
    return settings;
  }

  private static Topology topology(Load load) {
    ByteArrayDeserializer in = new ByteArrayDeserializer();
    ByteArraySerializer out = new ByteArraySerializer();
    return new Topology()
        .addSource("requests", in, in, load.requestTopic())
        .addProcessor("put", new Put(load), "requests")
        .addSink("results", load.resultTopic(), out, out, "put");
  }

  /** The one processor, and its store. */
  private record Put(Load load)
      implements ProcessorSupplier<byte[], byte[], byte[], byte[]>, ConnectedStoreProvider {

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
      return new PutAndForward(load);
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

    private final Load load;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable KeyValueStore<Long, byte[]> store;

    private PutAndForward(Load load) {
      this.load = load;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> opened) {
      context = opened;
      store = opened.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> request) {
      byte[] value = request.value();
      long key = Long.parseLong(new String(request.key(), UTF_8));
      for (int i = 0; i < load.values().size(); i++) {
        // The slot's keys; a worker's bookings have new ones, which is dearer.
        Objects.requireNonNull(store)
            .put(key * load.values().size() + i, Arrays.copyOf(value, load.values().get(i)));
      }
      for (int bytes : load.results()) {
        Objects.requireNonNull(context).forward(request.withValue(Arrays.copyOf(value, bytes)));
      }
    }
  }
}
