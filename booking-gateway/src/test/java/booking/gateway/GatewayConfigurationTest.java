package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.gateway.auth.TokenSettings;
import booking.gateway.auth.TokenSettings.Secret;
import booking.gateway.http.ConnectionSettings;
import booking.gateway.json.JsonFormat;
import booking.gateway.limit.LimitSettings;
import booking.gateway.limit.RateSettings;
import booking.gateway.readmodel.ReadModelSettings;
import booking.gateway.request.KafkaSettings;
import booking.gateway.request.RequestSettings;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationFactory;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.configuration.SubstitutingSourceProvider;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.Duration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigurationTest {

  private static final Map<String, String> ONLY_THE_SECRET = Map.of("JWT_SECRET", Tokens.SECRET);

  private static GatewayConfiguration read(Map<String, String> environment)
      throws IOException, ConfigurationException {
    return factory().build(EnvironmentVariables.in(environment), "gateway.yml");
  }

  private static ConfigurationFactory<GatewayConfiguration> factory() {
    return new DefaultConfigurationFactoryFactory<GatewayConfiguration>()
        .create(GatewayConfiguration.class, Validators.newValidator(), JsonFormat.answers(), "dw");
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> environment = new HashMap<>(ONLY_THE_SECRET);
    environment.put(name, value);
    return environment;
  }

  @Test
  void theDefaultsAreThese() throws Exception {
    GatewayConfiguration settings = read(ONLY_THE_SECRET);

    assertThat(settings.kafka())
        .isEqualTo(
            new KafkaSettings(
                "localhost:9092",
                "local:",
                true,
                "booking.schemas.AvroSerializer",
                "booking.schemas.AvroDeserializer",
                0,
                Duration.seconds(1),
                Duration.seconds(3),
                Duration.seconds(10),
                ""));
    assertThat(settings.requests())
        .isEqualTo(
            new RequestSettings(
                Duration.seconds(5),
                Duration.milliseconds(5),
                Duration.milliseconds(500),
                Duration.seconds(1),
                5000,
                20_000,
                Duration.minutes(10),
                Duration.seconds(30),
                8));
    assertThat(settings.readModel())
        .isEqualTo(
            new ReadModelSettings(
                "jdbc:postgresql://localhost:15432/booking",
                "booking_gateway",
                new Secret(""),
                10,
                Duration.seconds(1),
                Duration.seconds(2),
                Duration.milliseconds(500)));
    assertThat(settings.tokens())
        .isEqualTo(new TokenSettings("HS256", new Secret(Tokens.SECRET), "", "booking", "booking"));
    assertThat(settings.limits())
        .isEqualTo(new LimitSettings(new RateSettings(50, 100), new RateSettings(200, 1000), 20));
    assertThat(settings.connections())
        .isEqualTo(new ConnectionSettings(10_000, Duration.seconds(10), Duration.seconds(30)));
    assertThat(settings.stopNotice()).isZero();
    assertThat(settings.body())
        .isEqualTo(
            new GatewayConfiguration.BodyBounds(32 * 1024, java.time.Duration.ofSeconds(10)));
  }

  @Test
  void theServersDefaultsAreThese() throws Exception {
    DefaultServerFactory server = (DefaultServerFactory) read(ONLY_THE_SECRET).getServerFactory();
    HttpConnectorFactory api = (HttpConnectorFactory) server.getApplicationConnectors().get(0);
    HttpConnectorFactory admin = (HttpConnectorFactory) server.getAdminConnectors().get(0);

    assertThat(api.getBindHost()).isEqualTo("127.0.0.1");
    assertThat(api.getPort()).isEqualTo(8080);
    assertThat(api.getIdleTimeout()).isEqualTo(Duration.seconds(10));
    assertThat(admin.getBindHost()).isEqualTo("127.0.0.1");
    assertThat(admin.getPort()).isEqualTo(8081);
    assertThat(server.getMaxThreads()).isEqualTo(64);
    assertThat(server.getGzipFilterFactory().isEnabled()).isFalse();
  }

  @Test
  void theEnvironmentSetsWhatItNames() throws Exception {
    Map<String, String> environment = with("KAFKA_BOOTSTRAP_SERVERS", "kafka:1");
    environment.put("SCHEMA_REGISTRY_URL", "http://registry");
    environment.put("AUTO_REGISTER_SCHEMAS", "false");
    environment.put("VALUE_SERIALIZER", "s");
    environment.put("VALUE_DESERIALIZER", "d");
    environment.put("REPLY_PARTITION", "4");
    environment.put("KAFKA_CLIENT_FILE", "/run/secrets/client.properties");
    environment.put("POSTGRES_URL", "jdbc:postgresql://db/x");
    environment.put("POSTGRES_USER", "u");
    environment.put("POSTGRES_PASSWORD", "p");
    environment.put("JWT_ALGORITHM", "ES256");
    environment.put("JWT_JWKS_URL", "https://keys");
    environment.put("JWT_ISSUER", "i");
    environment.put("JWT_AUDIENCE", "a");
    environment.put("GATEWAY_HOST", "0.0.0.0");
    environment.put("GATEWAY_PORT", "1");
    environment.put("GATEWAY_ADMIN_HOST", "127.0.0.2");
    environment.put("GATEWAY_ADMIN_PORT", "2");
    environment.put("BEHIND_PROXY", "true");
    environment.put("MOST_WAITING", "3");

    GatewayConfiguration settings = read(environment);

    assertThat(settings.kafka().bootstrapServers()).isEqualTo("kafka:1");
    assertThat(settings.kafka().schemaRegistryUrl()).isEqualTo("http://registry");
    assertThat(settings.kafka().autoRegisterSchemas()).isFalse();
    assertThat(settings.kafka().serializer()).isEqualTo("s");
    assertThat(settings.kafka().deserializer()).isEqualTo("d");
    assertThat(settings.kafka().replyPartition()).isEqualTo(4);
    assertThat(settings.kafka().clientFile()).isEqualTo("/run/secrets/client.properties");
    assertThat(settings.readModel().url()).isEqualTo("jdbc:postgresql://db/x");
    assertThat(settings.readModel().user()).isEqualTo("u");
    assertThat(settings.readModel().password()).isEqualTo(new Secret("p"));
    assertThat(settings.tokens())
        .isEqualTo(new TokenSettings("ES256", new Secret(Tokens.SECRET), "https://keys", "i", "a"));
    DefaultServerFactory server = (DefaultServerFactory) settings.getServerFactory();
    HttpConnectorFactory api = (HttpConnectorFactory) server.getApplicationConnectors().get(0);
    HttpConnectorFactory admin = (HttpConnectorFactory) server.getAdminConnectors().get(0);
    assertThat(api.getBindHost() + ":" + api.getPort()).isEqualTo("0.0.0.0:1");
    assertThat(admin.getBindHost() + ":" + admin.getPort()).isEqualTo("127.0.0.2:2");
    assertThat(api.isUseForwardedHeaders()).isTrue();
    assertThat(settings.requests().mostWaiting()).isEqualTo(3);
  }

  @Test
  void theEnvironmentSetsTheLimits() throws Exception {
    Map<String, String> environment = with("USER_REQUESTS_PER_SECOND", "1");
    environment.put("USER_REQUEST_BURST", "2");
    environment.put("ADDRESS_REQUESTS_PER_SECOND", "3");
    environment.put("ADDRESS_REQUEST_BURST", "4");
    environment.put("USER_HOLDS", "5");
    environment.put("GATEWAY_CONNECTIONS", "6");
    environment.put("GATEWAY_HEAD_WITHIN", "7s");
    environment.put("GATEWAY_TAKEN_WITHIN", "8s");
    environment.put("GATEWAY_IDLE_TIMEOUT", "9s");
    environment.put("STOP_NOTICE", "10s");

    GatewayConfiguration settings = read(environment);

    assertThat(settings.limits())
        .isEqualTo(new LimitSettings(new RateSettings(1, 2), new RateSettings(3, 4), 5));
    assertThat(settings.connections())
        .isEqualTo(new ConnectionSettings(6, Duration.seconds(7), Duration.seconds(8)));
    DefaultServerFactory server = (DefaultServerFactory) settings.getServerFactory();
    HttpConnectorFactory api = (HttpConnectorFactory) server.getApplicationConnectors().get(0);
    assertThat(api.getIdleTimeout()).isEqualTo(Duration.seconds(9));
    assertThat(settings.stopNotice()).hasSeconds(10);
  }

  @Test
  void aLimitOfNothingRefusesToStart() {
    assertThatThrownBy(() -> read(with("USER_HOLDS", "0"))).hasMessageContaining("mostHolds");
    assertThatThrownBy(() -> read(with("USER_REQUEST_BURST", "0"))).hasMessageContaining("burst");
    assertThatThrownBy(() -> read(with("GATEWAY_CONNECTIONS", "0"))).hasMessageContaining("most");
  }

  @Test
  void anOperatorsFileIsReadInsteadOfTheBundledOne(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("operators.yml");
    try (InputStream bundled = getClass().getResourceAsStream("/gateway.yml")) {
      String text = new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(file, text.replace("answerThreads: 8", "answerThreads: 3"));
    }

    GatewayConfiguration settings =
        factory().build(EnvironmentVariables.in(ONLY_THE_SECRET), file.toAbsolutePath().toString());

    assertThat(settings.requests().answerThreads()).isEqualTo(3);
    assertThat(settings.tokens().secret()).isEqualTo(new Secret(Tokens.SECRET));
  }

  @Test
  void aShortSecretOrAMissingKeySetRefusesToStart() {
    assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> read(Map.of("JWT_SECRET", "x".repeat(31))))
        .hasMessageContaining("JWT_SECRET");
    assertThatThrownBy(() -> read(with("JWT_ALGORITHM", "RS256")))
        .hasMessageContaining("JWT_JWKS_URL");
    assertThatThrownBy(() -> read(with("JWT_ALGORITHM", "none"))).hasMessageContaining("algorithm");
  }

  @Test
  void anUnknownKeyRefusesToStart() {
    assertThatThrownBy(() -> readChanged("mostBody: 32KiB", "mostBody: 32KiB\nmostBodies: 1"))
        .hasMessageContaining("mostBodies");
  }

  @Test
  void aMissingKeyRefusesToStart() {
    assertThatThrownBy(() -> readChanged("mostBody: 32KiB", "")).hasMessageContaining("mostBody");
    assertThatThrownBy(() -> readChanged("  blockTimeout: 1s", ""))
        .hasMessageContaining("blockTimeout");
    assertThatThrownBy(() -> readChanged("  answerThreads: 8", ""))
        .hasMessageContaining("answerThreads");
    assertThatThrownBy(
            () -> readChanged("  autoRegisterSchemas: '${AUTO_REGISTER_SCHEMAS:-true}'", ""))
        .hasMessageContaining("autoRegisterSchemas");
  }

  @Test
  void sendingMustBeOverBeforeTheAnswerIsDue() {
    assertThatThrownBy(() -> readChanged("answerWithin: 5s", "answerWithin: 4s"))
        .hasMessageContaining("deliveryTimeout");
  }

  private GatewayConfiguration readChanged(String was, String is) throws Exception {
    try (InputStream bundled = getClass().getResourceAsStream("/gateway.yml")) {
      String text = new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains(was);
      byte[] changed = text.replace(was, is).getBytes(StandardCharsets.UTF_8);
      return factory()
          .build(
              new SubstitutingSourceProvider(
                  path -> new ByteArrayInputStream(changed),
                  new StringSubstitutor(ONLY_THE_SECRET)),
              "changed.yml");
    }
  }

  @Test
  void aVariableWithoutAValueOrADefaultRefusesToStart() {
    assertThatThrownBy(
            () -> EnvironmentVariables.in(Map.of()).open("booking/gateway/undefined.yml").close())
        .hasMessageContaining("NOBODY_SETS_THIS");
  }

  @Test
  void noSecretShowsItselfInWords() throws Exception {
    GatewayConfiguration settings = read(with("POSTGRES_PASSWORD", "hunter2"));

    assertThat(settings.tokens().toString() + settings.readModel())
        .doesNotContain(Tokens.SECRET, "hunter2");
  }
}
