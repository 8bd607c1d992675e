package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.UnusableFormatException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real process with nothing behind it: neither Kafka nor Postgres answers. */
class BookingGatewayTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "JWT_SECRET", Tokens.SECRET,
          "GATEWAY_PORT", "0",
          "GATEWAY_ADMIN_PORT", "0",
          "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
          "POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/booking",
          "POSTGRES_PASSWORD", "it's # a : 'secret'");

  private static final String POSITION_WAIT = "dw.kafka.positionWait";

  private static final BookingGateway GATEWAY = new BookingGateway(ENVIRONMENT);

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    // Dropwizard's own way to change a setting from outside; nobody will answer, so why wait.
    System.setProperty(POSITION_WAIT, "1ms");
    try {
      GATEWAY.run("server", "gateway.yml");
    } finally {
      System.clearProperty(POSITION_WAIT);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    GATEWAY.stop();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, int port, String path)
      throws Exception {
    return client.send(
        request
            .uri(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + Tokens.user(7))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    return send(HttpRequest.newBuilder().GET(), port, path);
  }

  @Test
  void readsAndWritesAreRefusedAndMayBeTriedAgain() throws Exception {
    HttpResponse<String> read = get(GATEWAY.port(), "/api/v1/bookings");
    HttpResponse<String> write =
        send(
            HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"timeslotId\":7}")),
            GATEWAY.port(),
            "/api/v1/bookings");

    assertThat(read.statusCode()).isEqualTo(503);
    assertThat(read.body()).contains("READ_MODEL_UNAVAILABLE").doesNotContain("127.0.0.1");
    assertThat(write.statusCode()).isEqualTo(503);
    assertThat(write.body()).contains("KAFKA_UNAVAILABLE");
    assertThat(write.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void healthTellsWhatIsMissing() throws Exception {
    HttpResponse<String> health = get(GATEWAY.adminPort(), "/healthcheck");

    assertThat(health.statusCode()).isEqualTo(500);
    assertThat(RunningApi.json(health).at("/inbox/healthy").booleanValue()).isFalse();
    assertThat(RunningApi.json(health).at("/kafka/healthy").booleanValue()).isFalse();
    assertThat(RunningApi.json(health).at("/kafka/message").textValue()).startsWith("Kafka does");
    assertThat(RunningApi.json(health).at("/accepting/healthy").booleanValue()).isTrue();
    assertThat(RunningApi.json(health).at("/readModel/healthy").booleanValue()).isTrue();
    assertThat(RunningApi.json(health).at("/readModel/reachable").booleanValue()).isFalse();
  }

  @Test
  void metricsAreInPrometheusFormat() throws Exception {
    HttpResponse<String> metrics = get(GATEWAY.adminPort(), "/metrics");

    assertThat(metrics.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(metrics.body())
        .contains("booking_requests_waiting 0.0", "booking_requests_undecided_total 0.0")
        .contains("booking_requests_decided_count 0", "jvm_")
        .contains("booking_problems_too_many_requests", "booking_problems_too_many_holds");
  }

  @Test
  void noTaskCanBeRunFromOutside() throws Exception {
    for (String task : List.of("gc", "log-level")) {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder().POST(BodyPublishers.noBody()),
              GATEWAY.adminPort(),
              "/tasks/" + task);
      assertThat(answer.statusCode()).as(task).isEqualTo(404);
    }
  }

  @Test
  void theApiIsDescribed() throws Exception {
    assertThat(get(GATEWAY.port(), "/openapi.yaml").statusCode()).isEqualTo(200);
  }

  @Test
  void settingsThatCannotWorkAreAnErrorNotTheEndOfTheProcess() {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("JWT_SECRET", "short");
    BookingGateway gateway = new BookingGateway(environment);

    assertThatThrownBy(() -> gateway.run("server", "gateway.yml"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("could not start");
    assertThatThrownBy(gateway::port).hasMessageContaining("does not run");
  }

  @Test
  void withoutItsSchemaRegistryItDoesNotStart() {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put("SCHEMA_REGISTRY_URL", "http://127.0.0.1:1");
    BookingGateway gateway = new BookingGateway(environment);

    assertThatThrownBy(() -> gateway.run("server", "gateway.yml"))
        .isInstanceOf(IllegalStateException.class)
        .cause()
        .isInstanceOf(UnusableFormatException.class)
        .hasMessageStartingWith("No schema registry answers at [http://127.0.0.1:1]. Start");
  }
}
