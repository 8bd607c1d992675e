package booking.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.machine.FreePort;
import booking.schemas.PaymentFailed;
import booking.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The services of {@code examples}, in Node, beside the local system, all of them with a real
 * registry: {@code ./mvnw -Pexamples verify}. By its name it is none of the tests that run always:
 * it needs Node, and a registry of 140 MB.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExampleServices {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String READY = "The payment service is ready: ";

  // Short, since one test waits until it is over; a payment that is late on a slow machine still
  // confirms a booking whose seat nobody else took.
  private static final String HOLD_TIME = "10s";

  @AutoClose private static RegistryProcess registry;
  @AutoClose private static TestSystem system;
  @AutoClose private static OutsideProcess payments;
  @AutoClose private static OutsideProcess notifications;
  private static Http till;
  private static String saidOfTheEmptyRegistry;
  private static String saidOfTheRule;

  @BeforeAll
  static void start() throws IOException {
    registry = RegistryProcess.start();
    saidOfTheRule = registry.ruledAsThePageSays();
    system =
        new TestSystem(
            Map.of(
                "SCHEMA_REGISTRY_URL",
                registry.url(),
                "SETTLE_REFUNDS",
                "false",
                "HOLD_TIME",
                HOLD_TIME));
    saidOfTheEmptyRegistry = refusal(Map.of("AUTO_REGISTER_SCHEMAS", "false"));
    system.start();
    payments = service("payment-service", Map.of("PAYMENT_PORT", "0"));
    notifications = service("notification-service", Map.of());
    await().atMost(PATIENCE).until(() -> payments.said().contains(READY));
    till =
        new Http(
            payments
                .said()
                .lines()
                .filter(line -> line.startsWith(READY))
                .findFirst()
                .orElseThrow()
                .substring(READY.length())
                .replace("/payments", ""));
  }

  @Test
  void aWorkerThatMayNotRegisterRefusesAnEmptyRegistry() {
    assertThat(saidOfTheEmptyRegistry)
        .contains("Not started. Values of booking-requests cannot be written and read: ")
        .contains("Register the schemas of this version with the registry");
  }

  @Test
  void theRegistryKnowsEveryTopicSinceTheStart() {
    assertThat(Topics.ALL)
        .allSatisfy(topic -> assertThat(registry.subjects()).contains('"' + topic.subject() + '"'));
  }

  @Test
  void theRegistryRefusesWhatOlderReadersCannotRead() {
    assertThat(saidOfTheRule).contains("\"compatibility\":\"FULL_TRANSITIVE\"");

    Answer refused = registry.register(Topics.PAYMENT_FAILED.subject(), withoutReason());

    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
  }

  @Test
  void aBookingIsConfirmedByThePaymentService() {
    Http user = system.user(9001);
    long booking = booked(user, system.premises().slot(1));

    pay(booking, "10.00");

    awaitStatus(user, booking, "confirmed");
    awaitTold(9001, booking, "is held for you until", "is yours.");
  }

  @Test
  void aWrongAmountIsSentBackByThePaymentService() {
    Http user = system.user(9002);
    long booking = booked(user, system.premises().slot(1));

    String payment = pay(booking, "9.99");

    awaitSentBack(payment, booking, "9.99 EUR for booking " + booking + ", amount_mismatch");
    awaitTold(9002, booking, "it was not the price. You get back 9.99 EUR.");
    awaitTold(9002, booking, "We have sent back 9.99 EUR");
  }

  @Test
  void aPaymentAfterTheSeatWasSoldToAnotherIsSentBack() {
    long slot = system.premises().slot(1);
    Http late = system.user(9003);
    long booking = booked(late, slot);
    awaitStatus(late, booking, "cancelled");
    Http next = system.user(9004);
    long others = booked(next, slot);
    pay(others, "10.00");
    awaitStatus(next, others, "confirmed");

    String payment = pay(booking, "10.00");

    awaitSentBack(payment, booking, "10.00 EUR for booking " + booking + ", late_payment");
    awaitTold(9003, booking, "was not paid in time and is free again.", "it came too late.");
    awaitTold(9004, others, "is yours.");
  }

  @Test
  void aCancellationIsSentBackOnceHoweverOftenItIsAskedFor() {
    Http user = system.user(9005);
    long booking = booked(user, system.premises().slot(1));
    String payment = pay(booking, "10.00");
    awaitStatus(user, booking, "confirmed");
    assertThat(user.put("/bookings/" + booking + "/cancel", "").status()).isEqualTo(200);
    awaitSentBack(payment, booking, "10.00 EUR for booking " + booking + ", user");

    try (LocalKafka kafka = system.kafka()) {
      ConsumerRecord<String, byte[]> asked =
          kafka.raw(Topics.REFUND_REQUESTED.name()).stream()
              .filter(record -> payment.equals(record.key()))
              .findFirst()
              .orElseThrow();
      kafka.write(asked.topic(), asked.key(), asked.value());
    }

    await().atMost(PATIENCE).until(() -> payments.said().contains("was asked for again"));
    assertThat(payments.said()).containsOnlyOnce("EUR for booking " + booking + ", user");
    assertThat(user.get("/bookings/" + booking).body()).containsOnlyOnce("\"id\":\"refund-");
  }

  @Test
  void aFailedPaymentIsToldAndTheSeatStaysHeld() {
    Http user = system.user(9006);
    long booking = booked(user, system.premises().slot(1));

    Answer taken =
        till.post("/payments", "{\"bookingId\":%d,\"declined\":\"no funds\"}".formatted(booking));

    assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    awaitTold(9006, booking, "did not go through: no funds.");
  }

  @Test
  void whatCannotBeAPaymentIsRefusedWithAReason() {
    assertThat(till.post("/payments", "{}").body()).contains("Expected bookingId");
    assertThat(till.post("/payments", "{\"bookingId\":1,\"amount\":\"1.999\"}").body())
        .contains("Expected amount");
    assertThat(till.post("/payments", "no").status()).isEqualTo(400);
    assertThat(till.get("/elsewhere").status()).isEqualTo(404);
  }

  @Test
  void aPaymentServiceThatIsToldToStopStopsCleanly() {
    Map<String, String> another = Map.of("GROUP", "another", "PAYMENT_PORT", "0");
    try (OutsideProcess second = service("payment-service", another)) {
      await().atMost(PATIENCE).until(() -> second.said().contains(READY));

      second.terminate();

      assertThat(second.exitCode()).as(second.said()).isZero();
      assertThat(second.said()).endsWith("Stopped.\n");
    }
  }

  @Test
  void aServiceWithoutARegistryDoesNotStart() {
    String nowhere = "http://127.0.0.1:" + FreePort.any();
    try (OutsideProcess refused =
        service("payment-service", Map.of("SCHEMA_REGISTRY_URL", nowhere, "PAYMENT_PORT", "0"))) {
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.said())
          .contains("Not started. The schema registry does not answer at " + nowhere);
    }
  }

  @Test
  void aNotificationServiceThatComesBackTellsNothingTwice() {
    Http user = system.user(9007);
    long before = booked(user, system.premises().slot(1));
    awaitTold(9007, before, "is held for you until");
    Path folder = TestSystem.newFolder();
    Map<String, String> another = Map.of("GROUP", "another", "DATA_DIR", folder.toString());
    try (OutsideProcess first = service("notification-service", another)) {
      await().atMost(PATIENCE).until(() -> first.said().contains("(booking " + before + ")"));
      first.terminate();
      assertThat(first.exitCode()).as(first.said()).isZero();
      assertThat(first.said()).endsWith("Stopped.\n");
    }
    long after = booked(user, system.premises().slot(1));

    // To Kafka it is a stranger, so everything comes again.
    Map<String, String> forgotten = Map.of("GROUP", "forgotten", "DATA_DIR", folder.toString());
    try (OutsideProcess second = service("notification-service", forgotten)) {
      await().atMost(PATIENCE).until(() -> second.said().contains("(booking " + after + ")"));
      assertThat(second.said()).doesNotContain("(booking " + before + ") is held");
    }
  }

  @Test
  void whoMayNotRegisterWorksOnceTheSchemasAreThere() throws Exception {
    try (SecondGateway second =
        SecondGateway.beside(system, Map.of("AUTO_REGISTER_SCHEMAS", "false"))) {
      assertThat(booked(second.to(system.user(9008)), system.premises().slot(1))).isPositive();
    }
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void whenTheRegistryIsGoneAllGoesOnButWhatIsNew() {
    registry.close();

    Http user = system.user(9009);
    long booking = booked(user, system.premises().slot(1));
    String stranger = "payment-of-a-stranger";
    try (LocalKafka kafka = system.kafka()) {
      byte[] unknownSchema = {0, 0, 0, 78, 78, 0};
      kafka.write(Topics.PAYMENT_SUCCEEDED.name(), stranger, unknownSchema);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  kafka.raw(Topics.DEAD_LETTERS).stream()
                      .anyMatch(letter -> stranger.equals(letter.key())));
    }
    pay(booking, "10.00");
    awaitStatus(user, booking, "confirmed");
    awaitTold(9009, booking, "is yours.");
    assertThat(system.workerAdmin().get("/healthcheck").status()).isEqualTo(200);
    assertThat(refusal(Map.of("WORKER_ADMIN_PORT", "0")))
        .contains("Not started. No schema registry answers at [" + registry.url() + "].");
  }

  /** It is somebody's money, so the service stops and asks; the last test, for nothing follows. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aRefundThatCannotBeReadStopsThePaymentService() {
    try (LocalKafka kafka = system.kafka()) {
      kafka.write(Topics.REFUND_REQUESTED.name(), "garbage", "garbage".getBytes(UTF_8));
    }

    assertThat(payments.exitCode()).as(payments.said()).isEqualTo(1);
    assertThat(payments.said())
        .containsPattern("Refund refund-requested-\\d@\\d+ cannot be read: .*Ask the people of")
        .endsWith("Stopped.\n");
  }

  private static Schema withoutReason() {
    Schema whole = PaymentFailed.getClassSchema();
    return Schema.createRecord(
        whole.getName(),
        whole.getDoc(),
        whole.getNamespace(),
        false,
        whole.getFields().stream()
            .filter(field -> !field.name().equals("reason"))
            .map(field -> new Schema.Field(field, field.schema()))
            .toList());
  }

  private static long booked(Http user, long slot) {
    Answer made = user.post("/bookings", "{\"timeslotId\":" + slot + "}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.number("id");
  }

  private static String pay(long booking, String amount) {
    Answer taken =
        till.post("/payments", "{\"bookingId\":%d,\"amount\":\"%s\"}".formatted(booking, amount));
    assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    return taken.text("paymentId");
  }

  private static void awaitStatus(Http user, long booking, String status) {
    await()
        .atMost(PATIENCE)
        .until(() -> user.get("/bookings/" + booking).text("status").equals(status));
  }

  /** The payment service says that it did, and the booking that it heard of it. */
  private static void awaitSentBack(String payment, long booking, String words) {
    await().atMost(PATIENCE).until(() -> payments.said().contains(words));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(system.admin().get("/admin/bookings/" + booking).body())
                    .contains("\"paymentId\":\"" + payment + '"', "\"status\":\"succeeded\""));
  }

  private static void awaitTold(long user, long booking, String... words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        notifications
                            .said()
                            .lines()
                            .filter(line -> line.startsWith("To user " + user + ": "))
                            .filter(line -> line.contains("(booking " + booking + ")"))
                            .toList()
                            .toString())
                    .contains(words));
  }

  private static OutsideProcess service(String name, Map<String, String> more) {
    Path folder = TestSystem.newFolder();
    ProcessBuilder program =
        new ProcessBuilder("node", name + "/main.js").directory(Path.of("..", "examples").toFile());
    Map<String, String> told =
        new HashMap<>(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + system.settings().ports().kafka(),
                "SCHEMA_REGISTRY_URL", registry.url(),
                "DATA_DIR", folder.toString()));
    told.putAll(more);
    program.environment().putAll(told);
    return OutsideProcess.start(program, folder.resolve(name + ".log"));
  }

  private static String refusal(Map<String, String> settings) {
    try (OutsideProcess worker = WorkerProcess.start(system.settings(), settings)) {
      assertThat(worker.exitCode()).isEqualTo(1);
      return worker.said();
    }
  }
}
