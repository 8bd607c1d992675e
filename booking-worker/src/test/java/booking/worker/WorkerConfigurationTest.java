package booking.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.worker.money.RefundPolicy;
import booking.worker.stream.InternalTopics;
import booking.worker.stream.Rules;
import booking.worker.stream.StreamsSettings;
import booking.worker.stream.Tally;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationParsingException;
import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerConfigurationTest {

  private static final Tally NOBODY = new Counts(new PrometheusRegistry());

  private static WorkerConfiguration with(Map<String, String> environment, String... changes)
      throws IOException, ConfigurationException {
    Bootstrap<WorkerConfiguration> bootstrap =
        new Bootstrap<>(new BookingWorker(environment, error -> {}));
    bootstrap.getApplication().initialize(bootstrap);
    String yml;
    try (InputStream bundled = bootstrap.getConfigurationSourceProvider().open("worker.yml")) {
      yml = new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (int i = 0; i < changes.length; i += 2) {
      assertThat(yml).contains(changes[i]);
      yml = yml.replace(changes[i], changes[i + 1]);
    }
    byte[] changed = yml.getBytes(StandardCharsets.UTF_8);
    return bootstrap
        .getConfigurationFactoryFactory()
        .create(
            WorkerConfiguration.class,
            bootstrap.getValidatorFactory().getValidator(),
            bootstrap.getObjectMapper(),
            "none")
        .build(path -> new ByteArrayInputStream(changed), "worker.yml");
  }

  @Test
  void theDefaultsAreThese() throws Exception {
    WorkerConfiguration defaults = with(Map.of());
    RefundPolicy policy =
        new RefundPolicy(List.of(new RefundPolicy.Tier(24, 100), new RefundPolicy.Tier(6, 50)));
    assertThat(defaults.house().rules())
        .isEqualTo(
            new Rules(
                Duration.ofMinutes(15),
                Duration.ofDays(30),
                policy,
                "EUR",
                ZoneId.of("Europe/Berlin"),
                false));
    assertThat(defaults.streamsSettings())
        .isEqualTo(
            new StreamsSettings(
                Map.of("bootstrap.servers", "localhost:9092"),
                "worker-1",
                "./state",
                2,
                24,
                Duration.ofMillis(25),
                3,
                1));
    assertThat(defaults.kafka().partitions()).isEqualTo(24);
    assertThat(defaults.kafka().serializer()).isEqualTo("booking.schemas.AvroSerializer");
    assertThat(defaults.kafka().deserializer()).isEqualTo("booking.schemas.AvroDeserializer");
    assertThat(defaults.kafka().registry())
        .isEqualTo(
            Map.of(
                "schema.registry.url", "local:",
                "auto.register.schemas", "true",
                "specific.avro.reader", "true",
                "avro.remove.java.properties", "true"));
    assertThat(defaults.streams().lagMax()).isEqualTo(100_000);
    assertThat(defaults.streams().commitAgeMax().toJavaDuration())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(defaults.postgres())
        .isEqualTo(
            new WorkerConfiguration.Postgres(
                "jdbc:postgresql://localhost:15432/booking", "booking_worker", "", 2000));
  }

  @Test
  void operatorsPortsAreOnLoopback() throws Exception {
    DefaultServerFactory server = (DefaultServerFactory) with(Map.of()).getServerFactory();
    assertThat(server.getApplicationConnectors()).isEmpty();
    HttpConnectorFactory admin = (HttpConnectorFactory) server.getAdminConnectors().get(0);
    assertThat(admin.getBindHost()).isEqualTo("127.0.0.1");
    assertThat(admin.getPort()).isEqualTo(8082);
  }

  @Test
  void theEnvironmentIsRead() throws Exception {
    WorkerConfiguration set =
        with(
            Map.of(
                "HOLD_TIME", "2 minutes",
                "POSTGRES_PASSWORD", "secret",
                "PARTITIONS", "4",
                "SCHEMA_REGISTRY_URL", "http://registry",
                "AUTO_REGISTER_SCHEMAS", "false"));
    assertThat(set.house().rules().holdTime()).isEqualTo(Duration.ofMinutes(2));
    assertThat(set.kafka().partitions()).isEqualTo(4);
    assertThat(set.kafka().registry())
        .containsEntry("schema.registry.url", "http://registry")
        .containsEntry("auto.register.schemas", "false");
    assertThat(set.postgres().password()).isEqualTo("secret");
    assertThat(set.postgres().toString()).doesNotContain("secret");
  }

  @Test
  void whatEveryKafkaClientIsToldIsReadFromAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("c.properties"), "security.protocol=SSL\n");
    WorkerConfiguration set = with(Map.of("KAFKA_CLIENT_FILE", file.toString()));
    assertThat(set.kafka().client())
        .isEqualTo(Map.of("bootstrap.servers", "localhost:9092", "security.protocol", "SSL"));
    assertThat(set.streamsSettings().toProperties()).containsEntry("security.protocol", "SSL");
  }

  @Test
  void aKeyThatNobodyReadsRefusesToStart() {
    assertThatThrownBy(() -> with(Map.of(), "  holdTime:", "  holdTyme:"))
        .isInstanceOf(ConfigurationParsingException.class)
        .hasMessageContaining("holdTyme")
        .hasMessageContaining("holdTime");
  }

  @Test
  void aValueOutOfBoundsRefusesToStart() {
    assertThatThrownBy(() -> with(Map.of("PARTITIONS", "0")))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContaining("partitions");
    assertThatThrownBy(() -> with(Map.of(), "percent: 100", "percent: 101"))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContaining("percent");
    assertThatThrownBy(() -> with(Map.of("HOLD_TIME", "0s")))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContaining("holdTime");
    assertThatThrownBy(() -> with(Map.of(), "  currency: EUR", ""))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContaining("currency");
    assertThatThrownBy(() -> with(Map.of(), "  clientFile: \"\"", ""))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContaining("clientFile");
    assertThatThrownBy(() -> with(Map.of(), "  threads: 2", ""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("threads");
  }

  @Test
  void aClassThatIsNotThereIsNamed() throws Exception {
    WorkerConfiguration set =
        with(Map.of("VALUE_SERIALIZER", "io.confluent.Missing", "VALUE_DESERIALIZER", "x.Y"));
    assertThatThrownBy(() -> set.kafka().wire())
        .hasMessageContaining("io.confluent.Missing")
        .hasMessageContaining("-Pconfluent");
  }

  /** What is stored has milliseconds, and a hold is found again by its end. */
  @Test
  void aHoldTakesWholeMilliseconds() throws Exception {
    WorkerConfiguration set = with(Map.of("HOLD_TIME", "1000500 microseconds"));

    assertThat(set.house().rules().holdTime()).isEqualTo(Duration.ofMillis(1_000));
  }

  @Test
  void streamsRunsExactlyOnceWithStaticMembership() throws Exception {
    Properties properties = with(Map.of()).streamsSettings().toProperties();
    assertThat(properties)
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("group.protocol", "classic")
        .containsEntry("group.instance.id", "worker-1")
        .containsEntry("acceptable.recovery.lag", 10_000L)
        .containsEntry("max.warmup.replicas", 8)
        .containsEntry("statestore.cache.max.bytes", 1_048_576L)
        .containsEntry("booking.bookings.a.tick", 4_166)
        .containsEntry("producer.linger.ms", 25L)
        .containsEntry("poll.ms", 5L);
  }

  /** Else what a broker stamped while its clock was ahead stops the worker once it is back. */
  @Test
  void noTopicThatTheWorkerWritesRefusesATimeThatIsAhead() throws Exception {
    assertThat(InternalTopics.all(4, (short) 1))
        .allSatisfy(
            topic ->
                assertThat(topic.configs())
                    .containsEntry("message.timestamp.after.max.ms", "9223372036854775807"));
    assertThat(with(Map.of()).streamsSettings().toProperties())
        .containsEntry("topic.message.timestamp.after.max.ms", "9223372036854775807");
  }

  @Test
  void whatIsCountedHasAName() {
    PrometheusRegistry exported = new PrometheusRegistry();
    Counts counts = new Counts(exported);
    counts.answered("TIMESLOT_FULL");
    counts.deadLetter("payment-failed");
    counts.event("BookingHeld");
    assertThat(exported.scrape().stream().flatMap(WorkerConfigurationTest::counted))
        .contains(
            "booking_requests{answer=\"TIMESLOT_FULL\"} 1.0",
            "booking_dead_letters{topic=\"payment-failed\"} 1.0",
            "booking_events{fact=\"BookingHeld\"} 1.0")
        .as("alarms see them grow from the first one on")
        .contains(
            "booking_dead_letters{topic=\"slot-commands\"} 0.0",
            "booking_events{fact=\"RefundFailed\"} 0.0");
  }

  private static Stream<String> counted(MetricSnapshot metric) {
    return ((CounterSnapshot) metric)
        .getDataPoints().stream()
            .map(
                point ->
                    metric.getMetadata().getName() + point.getLabels() + " " + point.getValue());
  }
}
