package booking.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.broker.Broker;
import booking.local.broker.BrokerPorts;
import booking.local.machine.FreePort;
import booking.local.sandbox.Sandbox;
import booking.local.server.Servers;
import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.BookingNotification;
import booking.schemas.BookingStatus;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.NotificationKind;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundRequested;
import booking.schemas.RefundSettled;
import booking.schemas.SettlementStatus;
import booking.schemas.Topic;
import booking.schemas.Topics;
import com.sun.net.httpserver.HttpServer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox by itself: a real broker, and a gateway that knows one booking. */
class SandboxTest {

  private static final Instant NOON = Instant.parse("2027-03-28T12:00:00Z");

  @TempDir private static Path directory;
  private static Broker broker;
  private static LocalKafka kafka;
  private static HttpServer gateway;

  private static RunningApplication sandbox;
  private static Http http;

  @BeforeAll
  static void startNeighbours() throws Exception {
    broker = Servers.ofTests().broker(directory, new BrokerPorts(FreePort.any(), FreePort.any()));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(Topics.ALL.stream().map(topic -> topic.toCreate(2, (short) 1)).toList())
          .all()
          .get();
    }
    kafka = new LocalKafka(broker.bootstrapServers());
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/api/v1/admin/bookings/100001", 200, "{\"price\":40.00,\"currency\":\"EUR\"}");
    answer("/api/v1/admin/bookings/100002", 404, "{}");
    answer("/api/v1/admin/bookings/100003", 503, "{}");
    gateway.start();
    start();
  }

  @AfterAll
  static void stopNeighbours() {
    sandbox.close();
    gateway.stop(0);
    kafka.close();
    broker.close();
  }

  @Test
  void aTokenComesAsJsonOrBare() {
    assertThat(http.post("/tokens", "{\"userId\":7,\"admin\":true}").text("token"))
        .matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(http.with("Accept", "text/plain").post("/tokens", "{\"userId\":7}").body())
        .matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  }

  @Test
  void aPaymentCostsWhatTheGatewaySays() {
    String id = newId("pay");

    Answer answer = http.post("/payments", "{\"bookingId\":100001,\"paymentId\":\"" + id + "\"}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).contains("\"amount\":40.00", "\"currency\":\"EUR\"");
    PaymentSucceeded paid = payment(id);
    assertThat(paid.getBookingId()).isEqualTo(100001);
    assertThat(paid.getAmount()).isEqualTo("40.00");
  }

  @Test
  void aPaymentOfAnyAmountIsPassedOnWithoutAskingAnybody() {
    String id = newId("pay");

    Answer answer =
        http.post(
            "/payments",
            "{\"bookingId\":100003,\"amount\":0.5,\"currency\":\"JPY\",\"paymentId\":\"%s\"}"
                .formatted(id));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(payment(id).getAmount()).isEqualTo("0.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/tokens   | {}                                                       | 400",
        "/tokens   | {'userId':0}                                             | 400",
        "/tokens   | {'userId':1.5}                                           | 400",
        "/tokens   | {'userId':7,'role':'admin'}                              | 400",
        "/tokens   | {'userId'                                                | 400",
        "/tokens   | null                                                     | 400",
        "/payments | null                                                     | 400",
        "/payments | {}                                                       | 400",
        "/payments | {'bookingId':-1}                                         | 400",
        "/payments | {'bookingId':100002}                                     | 404",
        "/payments | {'bookingId':100003}                                     | 503",
        "/payments | {'bookingId':100001,'amount':0.001}                      | 400",
        "/payments | {'bookingId':100001,'amount':10000000000}                | 400",
        "/payments | {'bookingId':100001,'amount':'many'}                     | 400",
        "/payments | {'bookingId':100001,'currency':'euro'}                   | 400",
        "/payments | {'bookingId':100001,'paymentId':''}                      | 400",
      })
  void whatCannotBeUnderstoodIsRefused(String path, String body, int status) {
    assertThat(http.post(path, body.replace('\'', '"')).status()).isEqualTo(status);
  }

  @Test
  void aLookWithoutAnIdIsRefused() {
    assertThat(http.get("/notifications").status()).isEqualTo(400);
    assertThat(http.get("/notifications?userId=x").status()).isEqualTo(400);
    assertThat(http.get("/refunds").status()).isEqualTo(400);
    assertThat(http.get("/refunds?bookingId=-1").status()).isEqualTo(400);
  }

  @Test
  void aNotificationIsShownOnceHoweverOftenItCame() {
    BookingNotification held = notification(71, "100001-held-1");
    kafka.write(Topics.BOOKING_NOTIFICATIONS, "71", held);
    kafka.write(Topics.BOOKING_NOTIFICATIONS, "71", held);
    kafka.write(Topics.BOOKING_NOTIFICATIONS, "71", notification(71, "100001-held-2"));

    await()
        .untilAsserted(
            () ->
                assertThat(http.get("/notifications?userId=71").body())
                    .containsOnlyOnce("100001-held-1")
                    .containsOnlyOnce("100001-held-2")
                    .contains("\"kind\":\"booking_held\"", "\"amount\":40.00"));
    assertThat(http.get("/notifications?userId=72").body()).isEqualTo("[]");
  }

  @Test
  void aRefundIsSettledOnceAndNotAgainAfterARestart() throws Exception {
    String id = newId("refund");
    kafka.write(Topics.REFUND_REQUESTED, "p-" + id, refund(id, 200001));
    awaitShown("/refunds?bookingId=200001", "\"status\":\"succeeded\"");

    sandbox.close();
    start();

    awaitShown("/refunds?bookingId=200001", "\"status\":\"succeeded\"");
    String later = newId("refund");
    kafka.write(Topics.REFUND_REQUESTED, "p-" + later, refund(later, 200002));
    awaitShown("/refunds?bookingId=200002", "\"status\":\"succeeded\"");
    assertThat(settlements(id)).hasSize(1);
    assertThat(settlements(id).get(0).getStatus()).isEqualTo(SettlementStatus.SUCCEEDED);
  }

  @Test
  void whatNobodyCanReadStopsNothing() {
    for (Topic<?> topic :
        List.of(Topics.BOOKING_NOTIFICATIONS, Topics.REFUND_REQUESTED, Topics.REFUND_SETTLED)) {
      kafka.write(topic.name(), "x", "no record".getBytes(UTF_8));
    }
    String id = newId("refund");
    kafka.write(Topics.REFUND_REQUESTED, "x", refund(id, 300001));

    awaitShown("/refunds?bookingId=300001", "\"status\":\"succeeded\"");
    assertThat(sandbox.troubles()).isEmpty();
  }

  @Test
  void aRegistryClientReadsAndWritesAgainstIt() {
    PaymentSucceeded payment =
        new PaymentSucceeded("p1", 100001L, new BigDecimal("40.00"), "EUR", NOON);
    Map<String, String> settings = Map.of("schema.registry.url", http.base());
    try (AvroSerializer<PaymentSucceeded> serializer = new AvroSerializer<>();
        AvroDeserializer<PaymentSucceeded> deserializer = new AvroDeserializer<>()) {
      serializer.configure(settings, false);
      deserializer.configure(settings, false);

      byte[] bytes = serializer.serialize("payment-succeeded", payment);

      assertThat(deserializer.deserialize("payment-succeeded", bytes)).isEqualTo(payment);
      assertThat(bytes)
          .isEqualTo(
              new AvroSerializer<PaymentSucceeded>(LocalSchemaRegistry.bundled())
                  .serialize("payment-succeeded", payment));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/subjects                                    | 200 | payment-succeeded-value",
        "/subjects/payment-succeeded-value/versions   | 200 | [1]",
        "/subjects/no-such/versions                   | 404 | 40401",
        "/subjects/payment-succeeded-value/versions/1      | 200 | 'version':1",
        "/subjects/payment-succeeded-value/versions/latest | 200 | 'schema':",
        "/subjects/payment-succeeded-value/versions/99     | 404 | 40402",
        "/subjects/payment-succeeded-value/versions/first  | 422 | 42202",
        "/schemas/types                               | 200 | AVRO",
        "/schemas/ids/1                               | 200 | 'schema':",
        "/schemas/ids/99999                           | 404 | 40403",
        "/schemas/ids/one                             | 404 | 40403",
      })
  void theRegistryAnswersAsConfluentsDoes(String path, int status, String part) {
    Answer answer = http.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains(part.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/subjects/payment-succeeded-value          | {'schema':'\\'string\\''} | 404 | 40403",
        "/subjects/no-such                          | {'schema':'\\'string\\''} | 404 | 40401",
        "/subjects/payment-succeeded-value          | {'schema':'{'}            | 422 | 42201",
        "/subjects/payment-succeeded-value          | {}                        | 422 | 42201",
        "/subjects/payment-succeeded-value/versions | {'schema':'\\'string\\''} | 409 | 409",
        "/subjects/no-such/versions                 | {'schema':'\\'string\\''} | 409 | 409",
        "/subjects/payment-succeeded-value/versions | {'schema':'{}','schemaType':'JSON'} | 422 | 42201",
      })
  void theRegistryTakesNothingNew(String path, String body, int status, String code) {
    Answer answer =
        http.with("Content-Type", "application/vnd.schemaregistry.v1+json")
            .post(path, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error_code")).isEqualTo(code);
  }

  private static void start() throws Exception {
    int port = FreePort.any();
    sandbox =
        RunningApplication.start(
            new Sandbox(
                Map.of(
                    "SANDBOX_PORT",
                    Integer.toString(port),
                    "KAFKA_BOOTSTRAP_SERVERS",
                    broker.bootstrapServers(),
                    "GATEWAY_URL",
                    "http://127.0.0.1:" + gateway.getAddress().getPort(),
                    "JWT_SECRET",
                    "not-a-secret-but-long-enough-for-hs256")),
            "sandbox.yml");
    http = new Http("http://127.0.0.1:" + port);
  }

  private static void awaitShown(String path, String part) {
    await().untilAsserted(() -> assertThat(http.get(path).body()).contains(part));
  }

  private static PaymentSucceeded payment(String id) {
    return kafka.all(Topics.PAYMENT_SUCCEEDED).stream()
        .filter(payment -> payment.getPaymentId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<RefundSettled> settlements(String refundId) {
    return kafka.raw(Topics.REFUND_SETTLED.name()).stream()
        .filter(record -> refundId.equals(record.key()))
        .map(record -> kafka.read(Topics.REFUND_SETTLED, record))
        .toList();
  }

  private static RefundRequested refund(String id, long bookingId) {
    return new RefundRequested(
        id, "p-" + id, bookingId, new BigDecimal("20.00"), "EUR", "user", NOON);
  }

  private static BookingNotification notification(long userId, String id) {
    return BookingNotification.newBuilder()
        .setNotificationId(id)
        .setKind(NotificationKind.BOOKING_HELD)
        .setUserId(userId)
        .setBookingId(100001)
        .setStatus(BookingStatus.PENDING)
        .setTimeslotId(1)
        .setRoomId(1)
        .setRoomName("Blue")
        .setLocalStart("2027-03-29T09:00")
        .setTimeZone("Europe/Berlin")
        .setStartsAt(NOON)
        .setEndsAt(NOON)
        .setAmount(new BigDecimal("40.00"))
        .setCurrency("EUR")
        .setOccurredAt(NOON)
        .build();
  }

  private static String newId(String kind) {
    return kind + "-" + UUID.randomUUID();
  }

  private static void answer(String path, int status, String body) {
    gateway.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
