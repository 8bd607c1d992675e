package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies on a topic, it is one whole record of the topic's type or it is refused. */
class AvroDeserializerTest {

  private static final String TOPIC = Topics.PAYMENT_FAILED.name();
  private static final PaymentFailed FAILED =
      new PaymentFailed("p1", 100001L, "no funds", Instant.EPOCH);

  private final LocalSchemaRegistry registry = LocalSchemaRegistry.bundled();
  private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry);
  private final AvroDeserializer<SpecificRecord> deserializer = new AvroDeserializer<>(registry);
  private final byte[] whole = serializer.serialize(TOPIC, FAILED);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void lessThanAHeaderIsRefused(int length) {
    assertRefused(Arrays.copyOf(whole, length), "Too short for a record: " + length + " bytes");
  }

  @Test
  void anotherMagicByteIsRefused() {
    whole[0] = 1;

    assertRefused(whole, "Unknown magic byte 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 4711, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void anUnknownSchemaIsRefused(int id) {
    ByteBuffer.wrap(whole).putInt(1, id);

    assertRefused(whole, "No schema has the id " + id);
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = WireFormat.HEADER_LENGTH; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "The bytes are no PaymentFailed");
    }
  }

  @Test
  void bytesAfterTheRecordAreRefused() {
    assertRefused(
        Arrays.copyOf(whole, whole.length + 1), "Bytes are left over after the PaymentFailed");
  }

  @Test
  void theRecordOfAnotherTopicIsRefused() {
    byte[] settled =
        serializer.serialize(
            "refund-settled",
            new RefundSettled("r1", "p1", 1L, SettlementStatus.FAILED, null, Instant.EPOCH));

    assertRefused(
        settled, "Expected booking.schemas.PaymentFailed, found booking.schemas.RefundSettled");
  }

  @Test
  void aTopicOutsideTheContractIsRefused() {
    assertThatThrownBy(() -> deserializer.deserialize("elsewhere", whole))
        .isInstanceOf(SerializationException.class)
        .hasMessage("elsewhere is no topic of the contract");
  }

  @Test
  void itTakesConfluentsSettings() {
    try (var configured = new AvroDeserializer<PaymentFailed>()) {
      configured.configure(
          Map.of("schema.registry.url", "local:", "specific.avro.reader", true), false);

      assertThat(configured.deserialize(TOPIC, whole)).isEqualTo(FAILED);
      assertThatThrownBy(() -> configured.configure(Map.of("schema.registry.url", "local:"), true))
          .isInstanceOf(ConfigException.class);
      assertThatThrownBy(
              () ->
                  configured.configure(
                      Map.of("schema.registry.url", "local:", "specific.avro.reader", "false"),
                      false))
          .isInstanceOf(ConfigException.class);
    }
  }

  @Test
  void withoutSettingsItDoesNotWork() {
    try (var unset = new AvroDeserializer<PaymentFailed>()) {
      assertThatThrownBy(() -> unset.deserialize(TOPIC, whole))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessage(message);
  }
}
