package booking.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import booking.schemas.BookingNotification;
import booking.schemas.NotificationKind;
import booking.schemas.PaymentFailed;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundRequested;
import booking.schemas.RefundSettled;
import booking.schemas.SettlementStatus;
import booking.schemas.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the table of {@code docs/operations.md} gives each is enough, and there is nothing beyond.
 */
class GuardedKafkaTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long USER = 9000;
  private static final String PAYMENT = "guarded-1";

  private static GuardedSystem system;

  @BeforeAll
  static void start() throws Exception {
    system = new GuardedSystem();
  }

  @AfterAll
  static void stop() throws IOException {
    system.close();
  }

  @Test
  void aBookingIsPaidCancelledRefundedAndToldWithWhatThePageGivesEach() {
    long slot = new Premises(system.user(1, true)).slot(1);
    Http user = system.user(USER, false);
    Answer made = user.post("/bookings", "{\"timeslotId\":" + slot + "}");
    assertThat(made.status()).as(made.body()).isIn(201, 202);
    long booking = slot * 100_000 + 1;

    try (LocalKafka payments = system.kafka("payment-service")) {
      payments.write(Topics.PAYMENT_FAILED, PAYMENT, failed(booking));
      awaitTold(NotificationKind.PAYMENT_FAILED);
      payments.write(Topics.PAYMENT_SUCCEEDED, PAYMENT, payment(booking));
      awaitBooking(user, booking, "\"status\":\"confirmed\"");
      assertThat(user.put("/bookings/" + booking + "/cancel", "").status()).isIn(200, 202);

      RefundRequested refund = system.first(Topics.REFUND_REQUESTED, "payment-service");
      assertThat(refund.getPaymentId()).isEqualTo(PAYMENT);
      payments.write(Topics.REFUND_SETTLED, refund.getRefundId(), settled(refund));
      awaitBooking(user, booking, "\"status\":\"succeeded\"");
    }
    BookingNotification told = system.first(Topics.BOOKING_NOTIFICATIONS, "notification-service");
    assertThat(told.getUserId()).isEqualTo(USER);
  }

  @Test
  void anOperatorsCommandsNeedNoMoreThanThePageGivesThem() {
    String letter;
    try (LocalKafka payments = system.kafka("payment-service");
        LocalKafka operator = system.kafka("booking-operator")) {
      payments.write(Topics.REFUND_SETTLED.name(), "p-1", "garbage".getBytes(UTF_8));
      await().atMost(PATIENCE).until(() -> !operator.raw(Topics.DEAD_LETTERS).isEmpty());
      ConsumerRecord<String, byte[]> found = operator.raw(Topics.DEAD_LETTERS).get(0);
      letter = found.partition() + ":" + found.offset();
    }

    assertThat(said("dead-letters", "list")).containsPattern("(?m)^" + letter + " ");
    assertThat(said("dead-letters", "show", letter)).contains("garbage");
    assertThat(said("dead-letters", "replay", letter)).contains("sent again: refund-settled-");
    assertThat(said("rebuild")).contains("Swapped");
    assertThat(said("verify")).contains("Postgres is what the events say.");
  }

  private static String said(String... command) {
    try (OutsideProcess operator = system.program("booking-operator", command)) {
      assertThat(operator.exitCode()).as(operator.said()).isZero();
      return operator.said();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "booking-gateway, booking-events",
    "booking-operator, booking-events",
    "payment-service, booking-requests",
    "payment-service, refund-requested",
    "notification-service, booking-notifications",
    "stranger, booking-requests",
  })
  void whoeverWritesWhatThePageDoesNotGiveThemIsRefused(String principal, String topic) {
    try (LocalKafka intruder = system.kafka(principal)) {
      assertThatThrownBy(() -> intruder.write(topic, "1", new byte[0]))
          .hasRootCauseInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void whoeverReadsWhatThePageDoesNotGiveThemIsRefused() {
    try (LocalKafka gateways = system.kafka("booking-gateway")) {
      assertThatThrownBy(() -> gateways.all(Topics.BOOKING_EVENTS))
          .isInstanceOf(TopicAuthorizationException.class);
    }
    assertThatThrownBy(() -> system.first(Topics.BOOKING_NOTIFICATIONS, "payment-service"))
        .isInstanceOf(TopicAuthorizationException.class);
    assertThatThrownBy(
            () -> system.firstIn("booking-worker", Topics.REFUND_REQUESTED, "payment-service"))
        .isInstanceOf(GroupAuthorizationException.class);
  }

  @Test
  void aLoginThatIsChangedAsThePageSaysGetsInByItsNewPasswordOnly() throws IOException {
    assertThat(system.changeLogin(GuardedSystem.NEWCOMER, "changed"))
        .contains("Completed updating config for user newcomer");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(refusal(system.kafka(GuardedSystem.NEWCOMER, "changed")))
                    .isInstanceOf(AuthorizationException.class));
    assertThat(refusal(system.kafka(GuardedSystem.NEWCOMER)))
        .isInstanceOf(SaslAuthenticationException.class);
  }

  private static Throwable refusal(LocalKafka intruder) {
    try (intruder) {
      return catchThrowable(() -> intruder.raw(Topics.DEAD_LETTERS));
    }
  }

  @Test
  void aWorkerThatKafkaRefusesSaysSoAndWhereToLook() {
    try (OutsideProcess stranger = system.worker(GuardedSystem.STRANGER);
        OutsideProcess guesser = system.guessing("booking-worker", "dead-letters", "list")) {
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

  private static void awaitTold(NotificationKind kind) {
    try (LocalKafka notifications = system.kafka("notification-service")) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  notifications.all(Topics.BOOKING_NOTIFICATIONS).stream()
                      .anyMatch(told -> told.getKind() == kind));
    }
  }

  private static void awaitBooking(Http user, long booking, String seen) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> user.get("/bookings/" + booking),
            answer -> answer.status() == 200 && answer.body().contains(seen));
  }

  private static PaymentFailed failed(long booking) {
    return PaymentFailed.newBuilder()
        .setPaymentId(PAYMENT)
        .setBookingId(booking)
        .setReason("no funds")
        .setFailedAt(Instant.now())
        .build();
  }

  private static PaymentSucceeded payment(long booking) {
    return PaymentSucceeded.newBuilder()
        .setPaymentId(PAYMENT)
        .setBookingId(booking)
        .setAmount(new BigDecimal("10.00"))
        .setCurrency("EUR")
        .setPaidAt(Instant.now())
        .build();
  }

  private static RefundSettled settled(RefundRequested refund) {
    return RefundSettled.newBuilder()
        .setRefundId(refund.getRefundId())
        .setPaymentId(refund.getPaymentId())
        .setBookingId(refund.getBookingId())
        .setStatus(SettlementStatus.SUCCEEDED)
        .setDetail("sent")
        .setSettledAt(Instant.now())
        .build();
  }
}
