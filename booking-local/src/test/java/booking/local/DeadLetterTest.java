package booking.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.schemas.PaymentSucceeded;
import booking.schemas.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can use is put aside, and what comes behind it is not held up. */
@ExtendWith(SharedSystem.class)
class DeadLetterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long SEED = 20270328;

  private final TestSystem system;

  DeadLetterTest(TestSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "booking-requests",
        "catalog-requests",
        "payment-succeeded",
        "payment-failed",
        "refund-settled"
      })
  void randomBytesBecomeOneDeadLetterEach(String topic) {
    Random random = new Random(SEED);
    try (LocalKafka kafka = system.kafka()) {
      int partitions = topic.equals("catalog-requests") ? 1 : 4;
      List<byte[]> garbage =
          Stream.iterate(0, i -> i + 1).limit(partitions).map(i -> bytes(random)).toList();

      for (int partition = 0; partition < partitions; partition++) {
        kafka.write(new ProducerRecord<>(topic, partition, "garbage", garbage.get(partition)));
      }

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(deadLettersOf(kafka, topic)).hasSize(partitions));
      assertThat(deadLettersOf(kafka, topic))
          .extracting(ConsumerRecord::value)
          .containsExactlyInAnyOrderElementsOf(garbage);
    }
    everythingStillWorks();
  }

  @Test
  void aPaymentForABookingThatNeverWasComesBack() {
    PaymentSucceeded stray =
        new PaymentSucceeded(
            "stray-1", 99_999_900_001L, new BigDecimal("12.34"), "EUR", Instant.now());
    try (LocalKafka kafka = system.kafka()) {
      kafka.write(Topics.PAYMENT_SUCCEEDED, stray.getPaymentId(), stray);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(system.sandbox().get("/refunds?bookingId=99999900001").body())
                      .contains(
                          "\"amount\":12.34",
                          "\"reason\":\"unknown_booking\"",
                          "\"status\":\"succeeded\""));
      assertThat(deadLettersOf(kafka, Topics.PAYMENT_SUCCEEDED.name()))
          .extracting(ConsumerRecord::key)
          .contains("stray-1");
    }
  }

  /** A room, slots on every partition, a booking on each, paid. */
  private void everythingStillWorks() {
    Http user = system.user(3000);
    for (long slot : system.premises().slots(8, 1)) {
      Answer made = user.post("/bookings", "{\"timeslotId\":" + slot + "}");
      assertThat(made.status()).as(made.body()).isEqualTo(201);
      long booking = made.number("id");
      assertThat(system.sandbox().post("/payments", "{\"bookingId\":" + booking + "}").status())
          .isEqualTo(202);
      await()
          .atMost(PATIENCE)
          .until(() -> user.get("/bookings/" + booking).text("status").equals("confirmed"));
    }
  }

  private static List<ConsumerRecord<String, byte[]>> deadLettersOf(
      LocalKafka kafka, String topic) {
    return kafka.raw(Topics.DEAD_LETTERS).stream()
        .filter(letter -> topic.equals(header(letter, "topic")))
        .toList();
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[200];
    random.nextBytes(bytes);
    return bytes;
  }
}
