package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our writer writes what Avro's own does. */
class RecordWriterTest {

  private final Pen pen = new Pen();

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

      assertThat(bytes(ours, record)).as("seed %d", seed).isEqualTo(bytes(avros, record));
    }
  }

  @Test
  void aRecordThatLacksAValueIsNotWritten() {
    RecordWriter<SpecificRecord> writer = new RecordWriter<>(PaymentFailed.getClassSchema());

    assertThatThrownBy(() -> bytes(writer, new PaymentFailed()))
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

  /** As the store, the event and the answer do, by the thread that decides. */
  @Test
  void aSnapshotThatStandsInSeveralRecordsInARowIsTheSameInAll() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      SampleRecords samples = new SampleRecords(seed);
      BookingEvent event = samples.next(BookingEvent.class);
      RequestResult result =
          RequestResult.newBuilder(samples.next(RequestResult.class))
              .setBookingAfter(event.getBookingAfter())
              .setTimeslotAfter(event.getTimeslotAfter())
              .build();
      for (SpecificRecord record : List.of(event, result, event)) {
        assertThat(bytes(new RecordWriter<>(record.getSchema()), record))
            .as("seed %d", seed)
            .isEqualTo(bytes(new SpecificDatumWriter<>(record.getSchema()), record));
      }
    }
  }

  /**
   * A record changes no more once it is written; here it does, to show that it is not read again.
   */
  @Test
  void aSnapshotIsPutIntoBytesOnce() throws IOException {
    BookingEvent event = new SampleRecords(1).next(BookingEvent.class);
    BookingSnapshot booking = new SampleRecords(1).next(BookingSnapshot.class);
    TimeslotSnapshot slot = new SampleRecords(1).next(TimeslotSnapshot.class);
    // Larger than the encoder's own buffer.
    booking.put("notes", "x".repeat(10_000));
    event.put("bookingAfter", booking);
    event.put("timeslotAfter", slot);
    RecordWriter<SpecificRecord> writer = new RecordWriter<>(event.getSchema());
    byte[] first = bytes(writer, event);

    booking.put("userId", booking.getUserId() + 1);
    slot.put("version", slot.getVersion() + 1);

    assertThat(bytes(writer, event)).isEqualTo(first);
  }

  private byte[] bytes(RecordWriter<? super SpecificRecord> writer, SpecificRecord record)
      throws IOException {
    pen.begin(new byte[0]);
    writer.write(record, pen);
    return pen.finish();
  }

  private static byte[] bytes(DatumWriter<SpecificRecord> writer, SpecificRecord record)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    writer.write(record, out);
    out.flush();
    return bytes.toByteArray();
  }
}
