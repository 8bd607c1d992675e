package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import booking.schemas.internal.BookingRecord;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that somebody made to do harm, or that something made without meaning to. */
class HostileBytesTest {

  private final LocalSchemaRegistry registry = LocalSchemaRegistry.bundled();
  private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry);
  private final AvroDeserializer<SpecificRecord> deserializer = new AvroDeserializer<>(registry);

  @Test
  void aStringThatClaimsTwoGigabytesCostsNothing() {
    String topic = "payment-failed";

    assertRefusedCheaply(topic, Framed.bytes(topic, 0xfe, 0xff, 0xff, 0xff, 0x0f, 'x'));
  }

  @Test
  void aListThatClaimsTwoBillionItemsCostsNothing() {
    byte[] bytes = serializer.serialize("internal.BookingRecord", bookingWithoutRefunds());
    byte[] claim = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
    // The two empty lists are the last two bytes.
    byte[] claiming = Arrays.copyOf(bytes, bytes.length - 2 + claim.length);
    System.arraycopy(claim, 0, claiming, bytes.length - 2, claim.length);

    assertRefusedCheaply("internal.BookingRecord", claiming);
  }

  @Test
  void aSumBeyondTheContractsPrecisionIsRefused() {
    // p1, booking 1, 6 bytes of amount: 2^47 - 1 cents are 15 digits.
    int[] payload = {4, 'p', '1', 2, 12, 127, 255, 255, 255, 255, 255, 6, 'E', 'U', 'R', 0};
    byte[] bytes = Framed.bytes("payment-succeeded", payload);

    assertThatThrownBy(() -> deserializer.deserialize("payment-succeeded", bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessage("A decimal has more than 12 digits");
  }

  @Test
  void theBiggestSumOfTheContractIsRead() {
    PaymentSucceeded most =
        new PaymentSucceeded("p", 1L, new BigDecimal("9999999999.99"), "EUR", Instant.EPOCH);

    byte[] bytes = serializer.serialize("payment-succeeded", most);

    assertThat(deserializer.deserialize("payment-succeeded", bytes)).isEqualTo(most);
  }

  @ParameterizedTest
  @MethodSource("booking.schemas.AvroSerializerTest#topics")
  void randomBytesAreARecordOrAreRefused(String topic) {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] payload = new byte[random.nextInt(200)];
      random.nextBytes(payload);

      assertReadOrRefused(topic, Framed.bytes(topic, payload), seed);
    }
  }

  @ParameterizedTest
  @MethodSource("booking.schemas.AvroSerializerTest#topics")
  void aRecordWithOneByteWrongIsARecordOrIsRefused(String topic) {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      SpecificRecord record = new SampleRecords(seed).next(ContractTypes.of(topic).orElseThrow());
      byte[] bytes = serializer.serialize(topic, record);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();

      assertReadOrRefused(topic, bytes, seed);
    }
  }

  private void assertReadOrRefused(String topic, byte[] bytes, int seed) {
    Throwable thrown = catchThrowable(() -> deserializer.deserialize(topic, bytes));
    if (thrown != null) {
      assertThat(thrown).as("seed %d", seed).isInstanceOf(SerializationException.class);
    }
  }

  private SpecificRecord bookingWithoutRefunds() {
    var record = new SampleRecords(1).next(BookingRecord.class);
    return BookingRecord.newBuilder(record).setRefunds(List.of()).setRequests(List.of()).build();
  }

  private void assertRefusedCheaply(String topic, byte[] bytes) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    catchThrowable(() -> deserializer.deserialize(topic, bytes));
    long before = thread.getCurrentThreadAllocatedBytes();

    Throwable thrown = catchThrowable(() -> deserializer.deserialize(topic, bytes));

    assertThat(thrown).isInstanceOf(SerializationException.class);
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
  }
}
