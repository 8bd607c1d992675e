package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import booking.gateway.BookingGateway;
import booking.local.broker.BrokerPorts;
import booking.local.postgres.DatabaseServer;
import booking.local.sandbox.TokenSettings;
import booking.local.sandbox.Tokens;
import booking.local.security.GuardedBroker;
import booking.local.server.Servers;
import booking.schemas.BookingNotification;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundRequested;
import booking.schemas.Topic;
import booking.schemas.Topics;
import booking.worker.BookingWorker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The system beside a Kafka that lets in only who has a name, over TLS, and gives each what the
 * table of {@code docs/operations.md} says: that is enough, and there is nothing beyond it.
 */
class GuardedKafkaTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PASSWORD = "known-to-this-test";
  private static final long USER = 9000;

  private static final LocalSettings SETTINGS =
      new LocalSettings(TestSystem.newFolder(), TestSystem.freePorts(), Map.of());

  private static LocalSecrets secrets;
  private static DatabaseServer postgres;
  private static GuardedBroker kafka;
  private static RunningApplication worker;
  private static RunningApplication gateway;

  @BeforeAll
  static void start() throws Exception {
    LocalPorts ports = SETTINGS.ports();
    secrets = LocalSecrets.keptIn(SETTINGS.data().resolve("secrets.properties"));
    postgres =
        Servers.ofTests()
            .database(SETTINGS.data().resolve("postgres"), ports.postgres(), secrets.postgres());
    kafka =
        GuardedBroker.start(
            SETTINGS.data().resolve("guarded"),
            new BrokerPorts(ports.kafka(), LoopbackPorts.free()),
            PASSWORD);
    kafka.admit(List.of("stranger"), PASSWORD);
    PartEnvironments environments =
        new PartEnvironments(SETTINGS, secrets, SETTINGS.data().resolve("state").toString());
    worker =
        RunningApplication.start(
            new BookingWorker(as("booking-worker", environments.worker()), GuardedKafkaTest::ended),
            "worker.yml");
    gateway =
        RunningApplication.start(
            new BookingGateway(as("booking-gateway", environments.gateway())), "gateway.yml");
    Readiness.await(List.of(worker, gateway), "http://localhost:" + ports.gateway(), PATIENCE);
  }

  private static void ended(Throwable cause) {
    throw new AssertionError("The worker ended", cause);
  }

  private static Map<String, String> as(String principal, Map<String, String> environment) {
    Map<String, String> told = new HashMap<>(environment);
    told.put("KAFKA_CLIENT_FILE", kafka.clientFile(principal, PASSWORD).toString());
    return told;
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    worker.close();
    kafka.close();
    postgres.close();
    LogsOnly.keepIn(SETTINGS.data());
  }

  @Test
  void aBookingIsMadePaidCancelledAndToldWithWhatThePageGivesEach() {
    long slot = new Premises(user(1, true)).slot(1);
    Http user = user(USER, false);
    Answer made = user.post("/bookings", "{\"timeslotId\":" + slot + "}");
    assertThat(made.status()).as(made.body()).isIn(201, 202);
    long booking = slot * 100_000 + 1;

    try (LocalKafka payments = new LocalKafka(kafka.client("payment-service", PASSWORD))) {
      payments.write(Topics.PAYMENT_SUCCEEDED, "guarded-1", payment(booking));
    }
    await()
        .atMost(PATIENCE)
        .until(
            () -> user.get("/bookings/" + booking),
            seen -> seen.status() == 200 && seen.text("status").equals("confirmed"));
    assertThat(user.put("/bookings/" + booking + "/cancel", "").status()).isIn(200, 202);

    RefundRequested refund = first(Topics.REFUND_REQUESTED, "payment-service");
    assertThat(refund.getPaymentId()).isEqualTo("guarded-1");
    BookingNotification told = first(Topics.BOOKING_NOTIFICATIONS, "notification-service");
    assertThat(told.getUserId()).isEqualTo(USER);
  }

  @Test
  void anOperatorsCommandsNeedNoMoreThanThePageGivesThem() {
    Map<String, String> operator = as("booking-operator", Map.of());
    try (OutsideProcess verify = WorkerProcess.start(SETTINGS, operator, "verify");
        OutsideProcess list = WorkerProcess.start(SETTINGS, operator, "dead-letters", "list")) {
      assertThat(verify.exitCode()).as(verify.said()).isZero();
      assertThat(list.exitCode()).as(list.said()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "booking-gateway, booking-events",
    "payment-service, booking-requests",
    "notification-service, booking-notifications",
    "stranger, booking-requests",
  })
  void whoeverWritesWhatThePageDoesNotGiveThemIsRefused(String principal, String topic) {
    try (LocalKafka intruder = new LocalKafka(kafka.client(principal, PASSWORD))) {
      assertThatThrownBy(() -> intruder.write(topic, "1", new byte[0]))
          .hasRootCauseInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void whoeverReadsWhatThePageDoesNotGiveThemIsRefused() {
    try (LocalKafka gateways = new LocalKafka(kafka.client("booking-gateway", PASSWORD))) {
      assertThatThrownBy(() -> gateways.all(Topics.BOOKING_EVENTS))
          .isInstanceOf(TopicAuthorizationException.class);
    }
    assertThatThrownBy(() -> first(Topics.BOOKING_NOTIFICATIONS, "payment-service"))
        .isInstanceOf(TopicAuthorizationException.class);
    assertThatThrownBy(() -> firstIn("booking-worker", Topics.REFUND_REQUESTED, "payment-service"))
        .isInstanceOf(GroupAuthorizationException.class);
  }

  @Test
  void aWorkerThatKafkaRefusesSaysSoAndWhereToLook() {
    Map<String, String> without = as("stranger", Map.of("WORKER_ADMIN_PORT", "0"));
    Map<String, String> wrong = new HashMap<>(without);
    wrong.put("KAFKA_CLIENT_FILE", kafka.clientFile("booking-worker", "guessed").toString());
    try (OutsideProcess stranger = WorkerProcess.start(SETTINGS, without);
        OutsideProcess guesser = WorkerProcess.start(SETTINGS, wrong, "dead-letters", "list")) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(stranger.said())
                      .contains("Kafka refuses this worker", "docs/operations.md"));
      assertThat(guesser.exitCode()).as(guesser.said()).isEqualTo(2);
      assertThat(guesser.said()).contains("Not done.", "KAFKA_CLIENT_FILE");
    }
  }

  private static PaymentSucceeded payment(long booking) {
    return PaymentSucceeded.newBuilder()
        .setPaymentId("guarded-1")
        .setBookingId(booking)
        .setAmount(new BigDecimal("10.00"))
        .setCurrency("EUR")
        .setPaidAt(Instant.now())
        .build();
  }

  /** As a service reads: in a group of its own name. */
  private static <V extends SpecificRecord> V first(Topic<V> topic, String principal) {
    return firstIn(principal, topic, principal);
  }

  private static <V extends SpecificRecord> V firstIn(
      String group, Topic<V> topic, String principal) {
    Map<String, Object> settings = new HashMap<>(kafka.client(principal, PASSWORD));
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    try (LocalKafka reader = new LocalKafka(kafka.client(principal, PASSWORD));
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic.name()));
      ConsumerRecords<String, byte[]> records =
          await()
              .atMost(PATIENCE)
              .until(() -> consumer.poll(Duration.ofMillis(200)), polled -> !polled.isEmpty());
      return reader.read(topic, records.iterator().next());
    }
  }

  private static Http user(long userId, boolean admin) {
    Tokens tokens = new Tokens(new TokenSettings(secrets.jwt(), "booking", "booking"));
    return new Http("http://localhost:" + SETTINGS.ports().gateway() + "/api/v1")
        .with("Authorization", "Bearer " + tokens.of(userId, admin, Instant.now()));
  }
}
