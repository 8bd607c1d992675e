package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written comes back, and what must not be written is refused. */
class AvroSerializerTest {

  private static final String TOPIC = Topics.PAYMENT_SUCCEEDED.name();

  private final LocalSchemaRegistry registry = LocalSchemaRegistry.bundled();
  private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry);
  private final AvroDeserializer<SpecificRecord> deserializer = new AvroDeserializer<>(registry);

  static Stream<String> topics() {
    return ContractRecords.bySubject().keySet().stream().map(s -> s.replaceAll("-value$", ""));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyRecordComesBackAsItWas(String topic) {
    for (int seed = 0; seed < 200; seed++) {
      SpecificRecord record = new SampleRecords(seed).next(ContractTypes.of(topic).orElseThrow());

      byte[] bytes = serializer.serialize(topic, record);

      SpecificRecord back = deserializer.deserialize(topic, bytes);
      assertThat(back).as("seed %d", seed).hasSameClassAs(record);
      // Not equals: Avro's lists cannot compare instants and decimals (AVRO's GenericData.Array).
      assertThat(((SpecificRecordBase) back).compareTo(record)).as("seed %d", seed).isZero();
    }
  }

  @Test
  void theFrameIsConfluents() {
    int id = registry.idOf("payment-succeeded-value", PaymentSucceeded.getClassSchema());

    byte[] bytes = serializer.serialize(TOPIC, payment("10.00"));

    assertThat(bytes).startsWith(0, 0, 0, 0, id);
    assertThat(bytes).endsWith(payloadOf(payment("10.00")));
  }

  @Test
  void nothingIsATombstone() {
    assertThat(serializer.serialize(TOPIC, null)).isNull();
    assertThat(deserializer.deserialize(TOPIC, null)).isNull();
  }

  @Test
  void theRecordOfAnotherTopicIsRefused() {
    assertThatThrownBy(() -> serializer.serialize("payment-failed", payment("10.00")))
        .isInstanceOf(SerializationException.class)
        .hasMessage(
            "payment-failed carries booking.schemas.PaymentFailed,"
                + " not booking.schemas.PaymentSucceeded");
  }

  @Test
  void aTopicOutsideTheContractIsRefused() {
    assertThatThrownBy(() -> serializer.serialize("elsewhere", payment("10.00")))
        .isInstanceOf(SerializationException.class)
        .hasMessage("elsewhere is no topic of the contract");
    assertThatThrownBy(() -> serializer.serialize("internal.Nothing", payment("10.00")))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void aRecordThatCannotBeWrittenLeavesNoTraceInTheNext() {
    assertThatThrownBy(() -> serializer.serialize(TOPIC, payment("10.001")))
        .isInstanceOf(SerializationException.class)
        .hasMessage("Cannot write a PaymentSucceeded");
    assertThatThrownBy(() -> serializer.serialize(TOPIC, new PaymentSucceeded()))
        .isInstanceOf(SerializationException.class);

    byte[] next = serializer.serialize(TOPIC, payment("10.00"));

    assertThat(deserializer.deserialize(TOPIC, next)).isEqualTo(payment("10.00"));
  }

  @Test
  void aSnapshotThatCannotBeWrittenLeavesNoTraceEither() {
    String topic = Topics.BOOKING_EVENTS.name();
    BookingEvent event = new SampleRecords(1).next(BookingEvent.class);
    TimeslotSnapshot slot = new SampleRecords(1).next(TimeslotSnapshot.class);
    event.put("bookingAfter", new SampleRecords(1).next(BookingSnapshot.class));
    event.put("timeslotAfter", slot);
    BigDecimal price = slot.getPrice();
    slot.put("price", new BigDecimal("10.001"));
    assertThatThrownBy(() -> serializer.serialize(topic, event))
        .isInstanceOf(SerializationException.class);

    slot.put("price", price);

    assertThat(deserializer.deserialize(topic, serializer.serialize(topic, event)))
        .isEqualTo(event);
  }

  @Test
  void aBigRecordComesBackAndSoDoesTheNext() {
    PaymentFailed big = new PaymentFailed("p", 1L, "x".repeat(300_000), Instant.EPOCH);
    PaymentFailed small = new PaymentFailed("p", 1L, "x", Instant.EPOCH);
    String topic = Topics.PAYMENT_FAILED.name();

    assertThat(deserializer.deserialize(topic, serializer.serialize(topic, big))).isEqualTo(big);
    assertThat(deserializer.deserialize(topic, serializer.serialize(topic, small)))
        .isEqualTo(small);
  }

  @Test
  void manyThreadsShareOneSerializerAndOneDeserializer() {
    boolean allSame =
        IntStream.range(0, 20_000)
            .parallel()
            .allMatch(
                seed -> {
                  BookingEvent event = new SampleRecords(seed).next(BookingEvent.class);
                  byte[] bytes = serializer.serialize("booking-events", event);
                  return event.equals(deserializer.deserialize("booking-events", bytes));
                });

    assertThat(allSame).isTrue();
  }

  @Test
  void itTakesConfluentsSettings() {
    try (var configured = new AvroSerializer<PaymentSucceeded>()) {
      configured.configure(Map.of("schema.registry.url", "local:"), false);

      assertThat(configured.serialize(TOPIC, payment("10.00")))
          .isEqualTo(serializer.serialize(TOPIC, payment("10.00")));
      assertThatThrownBy(() -> configured.configure(Map.of(), false))
          .isInstanceOf(ConfigException.class);
      assertThatThrownBy(() -> configured.configure(Map.of("schema.registry.url", "local:"), true))
          .isInstanceOf(ConfigException.class);
    }
  }

  @Test
  void withoutSettingsItDoesNotWork() {
    try (var unset = new AvroSerializer<PaymentSucceeded>()) {
      assertThatThrownBy(() -> unset.serialize(TOPIC, payment("10.00")))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static PaymentSucceeded payment(String amount) {
    return new PaymentSucceeded("p1", 100001L, new BigDecimal(amount), "EUR", Instant.EPOCH);
  }

  /** The Avro by hand: strings with their length, longs zigzag, the decimal's bytes. */
  private static byte[] payloadOf(PaymentSucceeded payment) {
    assertThat(payment.getBookingId()).isEqualTo(100001L);
    assertThat(payment.getAmount()).isEqualByComparingTo("10.00");
    return new byte[] {
      4, 'p', '1', (byte) 0xc2, (byte) 0x9a, 12, 4, 3, (byte) 0xe8, 6, 'E', 'U', 'R', 0
    };
  }
}
