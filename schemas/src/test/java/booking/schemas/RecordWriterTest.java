package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our writer writes what Avro's own does. */
class RecordWriterTest {

  private interface Writing {
    void to(Encoder out) throws IOException;
  }

  @BeforeAll
  static void trustOurRecords() {
    TrustedRecords.trust();
  }

  static Stream<String> topics() {
    return AvroSerializerTest.topics();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyRecordIsWrittenAsAvroWritesIt(String topic) throws IOException {
    Schema schema = ContractTypes.schemaOf(topic);
    RecordWriter<SpecificRecord> ours = new RecordWriter<>(schema);
    DatumWriter<SpecificRecord> avros = new SpecificDatumWriter<>(schema);
    for (int seed = 0; seed < 300; seed++) {
      SpecificRecord record = new SampleRecords(seed).next(ContractTypes.of(topic).orElseThrow());

      assertThat(bytes(out -> ours.write(record, out)))
          .as("seed %d", seed)
          .isEqualTo(bytes(out -> avros.write(record, out)));
    }
  }

  @Test
  void aRecordThatLacksAValueIsNotWritten() {
    RecordWriter<PaymentFailed> writer = new RecordWriter<>(PaymentFailed.getClassSchema());

    assertThatThrownBy(() -> bytes(out -> writer.write(new PaymentFailed(), out)))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void aSchemaWithATypeOfNoRecordOfOursIsRefused() {
    Schema odd = Schema.createMap(Schema.create(Schema.Type.STRING));

    assertThatThrownBy(() -> new RecordWriter<>(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("map");
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Encoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    writing.to(out);
    out.flush();
    return bytes.toByteArray();
  }
}
