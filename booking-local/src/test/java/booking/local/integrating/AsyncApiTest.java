package booking.local.integrating;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import booking.local.Repository;
import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.SchemaRegistry;
import booking.schemas.SchemaVersion;
import booking.schemas.Topic;
import booking.schemas.Topics;
import booking.schemas.ValueFormat;
import booking.worker.deadletter.LetterHeaders;
import booking.worker.money.RefundPolicy;
import booking.worker.stream.BookingTopology;
import booking.worker.stream.InternalTopics;
import booking.worker.stream.Rules;
import booking.worker.stream.Tally;
import booking.worker.stream.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the AsyncAPI document says of topics, keys and schemas is what the code has. */
class AsyncApiTest {

  private static final Path DOCS = Path.of("docs");
  private static final Map<?, ?> DOCUMENT =
      new Yaml(new SafeConstructor(new LoaderOptions()))
          .load(Repository.text("docs/asyncapi.yaml"));

  static List<Topic<?>> topics() {
    return Topics.ALL;
  }

  @Test
  void everyTopicIsThereOnceAndNoOther() {
    Stream<String> known =
        Stream.concat(Topics.ALL.stream().map(Topic::name), Stream.of(Topics.DEAD_LETTERS));

    assertThat(channels().values().stream().map(channel -> at(channel, "address")))
        .containsExactlyInAnyOrderElementsOf(known.toList());
  }

  @Test
  void aTopicIsKeptAsLongAsTheBrokerIsAsked() {
    Map<String, Map<String, String>> asked =
        InternalTopics.all(1, (short) 1).stream().collect(toMap(NewTopic::name, NewTopic::configs));

    assertThat(channels().values())
        .allSatisfy(
            channel -> {
              Map<String, String> settings = asked.get(at(channel, "address").toString());
              Object kept = at(channel, "bindings", "kafka", "topicConfiguration");
              assertThat(at(kept, "cleanup.policy"))
                  .isEqualTo(List.of(settings.get("cleanup.policy")));
              assertThat(at(kept, "retention.ms")).hasToString(settings.get("retention.ms"));
            });
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aTopicCarriesItsNewestSchemaAndItsKey(Topic<?> topic) {
    SchemaVersion newest = newest(topic);
    Object message = message(topic);

    assertThat(at(message, "payload", "schemaFormat").toString()).contains("avro");
    String reference = at(message, "payload", "schema", "$ref").toString();
    assertThat(DOCS.resolve(reference).normalize())
        .hasToString(
            "schemas/src/main/resources/booking/schemas/registry/%s/%d.avsc"
                .formatted(newest.subject(), newest.version()));
    String committed = Repository.text(DOCS.resolve(reference).normalize().toString());
    assertThat(new Schema.Parser().parse(committed)).isEqualTo(newest.schema());
    assertThat(newest.schema().getDoc())
        .endsWith("Key: " + at(message, "bindings", "kafka", "key", "description") + ".");
  }

  @Test
  void whatIsReceivedAndSentIsWhatTheWorkerReadsAndWrites() {
    Map<String, String> said = new TreeMap<>();
    ((Map<?, ?>) at(DOCUMENT, "operations"))
        .values()
        .forEach(
            operation ->
                said.put(
                    at(resolved(at(operation, "channel")), "address").toString(),
                    at(operation, "action").toString()));

    assertThat(said).isEqualTo(actions());
  }

  @Test
  void aDeadLetterNamesTheHeadersThatItHas() {
    Map<?, ?> headers =
        (Map<?, ?>) at(DOCUMENT, "components", "messages", "DeadLetter", "headers", "properties");

    assertThat(headers.keySet().stream().map(Object::toString))
        .containsExactly(
            LetterHeaders.TOPIC,
            LetterHeaders.PARTITION,
            LetterHeaders.OFFSET,
            LetterHeaders.REASON,
            LetterHeaders.TIME,
            LetterHeaders.CUT_FROM_BYTES);
  }

  /** By the topology: what is neither a source nor a sink of it has no action. */
  private static Map<String, String> actions() {
    Map<String, String> actions = new TreeMap<>();
    topology().describe().subtopologies().stream()
        .flatMap(part -> part.nodes().stream())
        .forEach(
            node -> {
              if (node instanceof TopologyDescription.Source source) {
                source.topicSet().forEach(topic -> actions.put(topic, "receive"));
              } else if (node instanceof TopologyDescription.Sink sink) {
                actions.put(sink.topic(), "send");
              }
            });
    Set<String> shared = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
    shared.add(Topics.DEAD_LETTERS);
    actions.keySet().retainAll(shared);
    return actions;
  }

  private static Topology topology() {
    ValueFormat.Classes ours =
        new ValueFormat.Classes(AvroSerializer.class.getName(), AvroDeserializer.class.getName());
    Map<String, String> local = Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL);
    Rules rules =
        new Rules(
            Duration.ofMinutes(15),
            Duration.ofDays(30),
            new RefundPolicy(List.of()),
            "EUR",
            ZoneOffset.UTC,
            false);
    return new BookingTopology(new Wire(new ValueFormat(ours, local)), rules, new Uncounted())
        .build();
  }

  /** Nothing flows here. */
  private static final class Uncounted implements Tally {

    @Override
    public void answered(String word) {}

    @Override
    public void deadLetter(String topic) {}

    @Override
    public void event(String kind) {}

    @Override
    public void fault() {}
  }

  private static SchemaVersion newest(Topic<?> topic) {
    List<SchemaVersion> versions = LocalSchemaRegistry.bundled().versions(topic.subject());
    return versions.get(versions.size() - 1);
  }

  private static Map<?, ?> channels() {
    return (Map<?, ?>) at(DOCUMENT, "channels");
  }

  private static Object channel(Topic<?> topic) {
    return channels().values().stream()
        .filter(channel -> at(channel, "address").equals(topic.name()))
        .findFirst()
        .orElseThrow();
  }

  private static Object message(Topic<?> topic) {
    return resolved(at(channel(topic), "messages", topic.type().getSimpleName()));
  }

  /** What a reference within the document stands for. */
  private static Object resolved(Object reference) {
    String[] path = at(reference, "$ref").toString().substring("#/".length()).split("/");
    return at(DOCUMENT, path);
  }

  private static Object at(Object node, String... path) {
    Object found = node;
    for (String name : path) {
      assertThat(found).as(String.join("/", path)).isInstanceOf(Map.class);
      Object next = ((Map<?, ?>) found).get(name);
      assertThat(next).as(String.join("/", path)).isNotNull();
      found = next;
    }
    return found;
  }
}
