package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** What one schema wrote, read as another. */
class RecordReaderTest {

  @Test
  void whatAnEarlierVersionWroteIsReadAsTheLatest() {
    Schema latest = RefundSettled.getClassSchema();
    Schema earlier =
        Schema.createRecord(
            latest.getName(),
            latest.getDoc(),
            latest.getNamespace(),
            false,
            latest.getFields().stream()
                .filter(field -> !field.name().equals("detail"))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
    RecordReader<RefundSettled> reader = new RecordReader<>(earlier, latest);

    // r1, p1, booking 1, SUCCEEDED, no detail, 0 ms.
    byte[] bytes = Framed.bytes("refund-settled", 4, 'r', '1', 4, 'p', '1', 2, 2, 0);

    assertThat(reader.read(bytes))
        .isEqualTo(
            new RefundSettled("r1", "p1", 1L, SettlementStatus.SUCCEEDED, null, Instant.EPOCH));
  }

  @Test
  void aSchemaOfTheSameNameAndAnotherMeaningIsRefused() {
    String other =
        PlainSchema.of(PaymentSucceeded.getClassSchema())
            .toString()
            .replace("\"scale\":2", "\"scale\":3");

    assertThatThrownBy(
            () ->
                new RecordReader<>(
                    new Schema.Parser().parse(other), PaymentSucceeded.getClassSchema()))
        .isInstanceOf(SerializationException.class)
        .hasMessage(
            "PaymentSucceeded.amount is written as decimal(12,3) and read as decimal(12,2)");
  }
}
