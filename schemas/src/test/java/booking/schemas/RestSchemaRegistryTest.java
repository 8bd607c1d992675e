package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry's protocol, and what each of its answers means for the record at hand. */
class RestSchemaRegistryTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBJECT = "payment-failed-value";
  private static final String REGISTER = "POST /subjects/payment-failed-value/versions";
  private static final String LOOK_UP = "POST /subjects/payment-failed-value";
  private static final String FETCH = "GET /schemas/ids/77";
  private static final Schema SCHEMA = PlainSchema.of(PaymentFailed.getClassSchema());
  private static final String SCHEMA_BODY =
      JSON.createObjectNode().put("schema", SCHEMA.toString()).toString();

  private TinyRegistry server;

  @BeforeEach
  void start() throws IOException {
    server = new TinyRegistry();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSchemaIsRegisteredOnce() throws IOException {
    server.answering(REGISTER, 200, "{\"id\": 77}");
    SchemaRegistry registry = new RestSchemaRegistry(server.url() + "/", true);

    assertThat(registry.idOf(SUBJECT, SCHEMA)).isEqualTo(77);
    assertThat(registry.idOf(SUBJECT, SCHEMA)).isEqualTo(77);

    assertThat(server.asked()).containsExactly(REGISTER);
    String sent = JSON.readTree(server.bodies().get(0)).path("schema").asText();
    assertThat(new Schema.Parser().parse(sent)).isEqualTo(SCHEMA);
  }

  @Test
  void aSchemaIsLookedUpOnceWhenItMustNotBeRegistered() {
    server.answering(LOOK_UP, 200, "{\"subject\": \"x\", \"version\": 1, \"id\": 77}");
    SchemaRegistry registry = new RestSchemaRegistry(server.url(), false);

    assertThat(registry.idOf(SUBJECT, SCHEMA)).isEqualTo(77);
    assertThat(registry.idOf(SUBJECT, SCHEMA)).isEqualTo(77);

    assertThat(server.asked()).containsExactly(LOOK_UP);
  }

  @Test
  void anIdIsFetchedOnce() {
    server.answering(FETCH, 200, SCHEMA_BODY);
    SchemaRegistry registry = new RestSchemaRegistry(server.url(), true);

    assertThat(registry.schemaOf(77)).isEqualTo(SCHEMA);
    assertThat(registry.schemaOf(77)).isEqualTo(SCHEMA);

    assertThat(server.asked()).containsExactly(FETCH);
  }

  @Test
  void anIdThatTheRegistryDoesNotHaveSpeaksAgainstTheRecord() {
    server.answering(FETCH, 404, "{\"error_code\": 40403, \"message\": \"Schema not found\"}");

    assertThatThrownBy(() -> new RestSchemaRegistry(server.url(), true).schemaOf(77))
        .isInstanceOf(SerializationException.class)
        .hasMessage("The registry has no schema with the id 77");
  }

  @Test
  void anIdThatIsNoAvroSpeaksAgainstTheRecord() {
    server.answering(FETCH, 200, "{\"schema\": \"syntax = \\\"proto3\\\";\"}");

    assertThatThrownBy(() -> new RestSchemaRegistry(server.url(), true).schemaOf(77))
        .isInstanceOf(SerializationException.class)
        .hasMessage("Schema 77 is not Avro");
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 422})
  void aSchemaThatTheRegistryRefusesIsNotWritten(int status) {
    server.answering(REGISTER, status, "{\"error_code\": %d}".formatted(status));

    assertThatThrownBy(() -> new RestSchemaRegistry(server.url(), true).idOf(SUBJECT, SCHEMA))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(SUBJECT);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void anAnswerThatIsNotTheRegistrysSaysNothingAboutTheRecord(int status) {
    server.answering(FETCH, status, "<html>sorry</html>");

    assertThatThrownBy(() -> new RestSchemaRegistry(server.url(), true).schemaOf(77))
        .isInstanceOf(SchemaRegistryUnavailableException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void aPageInPlaceOfASchemaSaysNothingAboutTheRecord() {
    server.answering(FETCH, 200, "<html>log in</html>");

    assertThatThrownBy(() -> new RestSchemaRegistry(server.url(), true).schemaOf(77))
        .isInstanceOf(SchemaRegistryUnavailableException.class);
  }

  @Test
  void afterAFailureItIsAskedAgain() {
    SchemaRegistry registry = new RestSchemaRegistry(server.url(), true);
    server.answering(FETCH, 503, "");
    assertThatThrownBy(() -> registry.schemaOf(77))
        .isInstanceOf(SchemaRegistryUnavailableException.class);

    server.answering(FETCH, 200, SCHEMA_BODY);

    assertThat(registry.schemaOf(77)).isEqualTo(SCHEMA);
  }

  @Test
  void aRegistryThatIsNotThereIsUnavailable() throws IOException {
    SchemaRegistry registry = new RestSchemaRegistry("http://127.0.0.1:" + freePort(), true);

    assertThatThrownBy(() -> registry.idOf(SUBJECT, SCHEMA))
        .isInstanceOf(SchemaRegistryUnavailableException.class);
  }

  @Test
  void theNextServerAnswersForOneThatIsNotThere() throws IOException {
    server.answering(FETCH, 200, SCHEMA_BODY);
    String both = "http://127.0.0.1:" + freePort() + ", " + server.url();

    assertThat(new RestSchemaRegistry(both, true).schemaOf(77)).isEqualTo(SCHEMA);
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    server.answering(FETCH, 200, SCHEMA_BODY);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> new RestSchemaRegistry(server.url(), true).schemaOf(77))
        .isInstanceOf(InterruptException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "localhost:8081", "ftp://here"})
  void whatIsNoUrlIsNoSetting(String url) {
    assertThatThrownBy(() -> SchemaRegistry.of(Map.of("schema.registry.url", url)))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  void aRecordTravelsWithTheIdThatTheRegistryGave() {
    server.answering(LOOK_UP, 200, "{\"id\": 77}").answering(FETCH, 200, SCHEMA_BODY);
    Map<String, ?> settings =
        Map.of("schema.registry.url", server.url(), "auto.register.schemas", false);
    PaymentFailed failed = new PaymentFailed("p1", 1L, "no funds", Instant.EPOCH);

    try (var serializer = new AvroSerializer<PaymentFailed>();
        var deserializer = new AvroDeserializer<PaymentFailed>()) {
      serializer.configure(settings, false);
      deserializer.configure(settings, false);
      byte[] bytes = serializer.serialize("payment-failed", failed);
      serializer.serialize("payment-failed", failed);

      assertThat(bytes).startsWith(0, 0, 0, 0, 77);
      assertThat(deserializer.deserialize("payment-failed", bytes)).isEqualTo(failed);
      assertThat(deserializer.deserialize("payment-failed", bytes)).isEqualTo(failed);
    }
    assertThat(server.asked()).containsExactly(LOOK_UP, FETCH);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
