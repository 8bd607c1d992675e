package booking.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a process knows at its start whether it can write and read, and needs nobody afterwards. */
class ValueFormatTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Topic<?>> ONE = List.of(Topics.PAYMENT_FAILED);
  private static final String REGISTER = "POST /subjects/payment-failed-value/versions";
  private static final String LOOK_UP = "POST /subjects/payment-failed-value";
  private static final String FETCH = "GET /schemas/ids/77";

  private TinyRegistry server;

  @BeforeEach
  void start() throws IOException {
    server = new TinyRegistry();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anEmptyRecordOfEveryTopicIsWrittenAndRead() {
    ValueFormat format = format(SchemaRegistry.LOCAL_URL, true);

    assertThatCode(() -> format.tryOut(Topics.ALL)).doesNotThrowAnyException();
  }

  @Test
  void whatWasTriedOutNeedsTheRegistryNoMore() {
    server.answering(REGISTER, 200, "{\"id\": 77}").answering(FETCH, 200, schemaBody());
    ValueFormat format = format(server.url(), true);
    format.tryOut(ONE);
    assertThat(server.asked()).containsExactly(REGISTER, FETCH);

    server.close();

    PaymentFailed failed = new PaymentFailed("p1", 1L, "no funds", Instant.EPOCH);
    byte[] bytes = format.serializer().serialize("payment-failed", failed);
    assertThat(bytes).startsWith(0, 0, 0, 0, 77);
    assertThat(format.deserializer().deserialize("payment-failed", bytes)).isEqualTo(failed);
  }

  @Test
  void aRegistryThatIsAwayAtTheStartIsSaidToBeSo() {
    ValueFormat format = format(server.url(), true);
    server.close();

    assertThatThrownBy(() -> format.tryOut(ONE))
        .isInstanceOf(UnusableFormatException.class)
        .hasMessage(
            "No schema registry answers at [%s]. Start the schema registry, or say by"
                    .formatted(server.url())
                + " schema.registry.url (SCHEMA_REGISTRY_URL) where it is; local: needs none.");
  }

  /** Confluent's class says of an outage that it could not write, because of an IOException. */
  @Test
  void anOutageIsKnownByItsCause() {
    ValueFormat format =
        new ValueFormat(
            new ValueFormat.Classes(AvroSerializer.class.getName(), Away.class.getName()),
            Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL));

    assertThatThrownBy(() -> format.tryOut(ONE))
        .hasMessageStartingWith("Error retrieving (Connection refused). Start the schema registry");
  }

  @Test
  void aSchemaThatMayNotBeRegisteredHasToBeThere() {
    server.answering(LOOK_UP, 404, "{\"error_code\": 40401, \"message\": \"Subject not found\"}");
    ValueFormat format = format(server.url(), false);

    assertThatThrownBy(() -> format.tryOut(ONE))
        .isInstanceOf(UnusableFormatException.class)
        .hasMessageStartingWith("Values of payment-failed cannot be written and read: ")
        .hasMessageContaining("Subject not found")
        .hasMessageContaining("AUTO_REGISTER_SCHEMAS");
    assertThat(server.asked()).containsExactly(LOOK_UP);
  }

  @Test
  void aSchemaThatTheRegistryRefusesIsNamedWithItsReason() {
    server.answering(REGISTER, 409, "{\"error_code\": 409, \"message\": \"incompatible: X\"}");

    assertThatThrownBy(() -> format(server.url(), true).tryOut(ONE))
        .hasMessageContaining("incompatible: X")
        .hasMessageContaining("another system's registry");
  }

  @Test
  void aReaderThatMakesNoRecordsOfOursIsRefused() {
    ValueFormat format =
        new ValueFormat(
            new ValueFormat.Classes(AvroSerializer.class.getName(), Generic.class.getName()),
            Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL));

    assertThatThrownBy(() -> format.tryOut(ONE))
        .hasMessageContaining("payment-failed")
        .hasMessageContaining("specific.avro.reader=true");
  }

  @Test
  void aClassThatIsNotThereIsNamed() {
    ValueFormat.Classes missing = new ValueFormat.Classes("io.x.Missing", "io.x.Missing");

    assertThatThrownBy(() -> new ValueFormat(missing, Map.of()))
        .isInstanceOf(UnusableFormatException.class)
        .hasMessageContaining("io.x.Missing")
        .hasMessageContaining("-Pconfluent");
  }

  @Test
  void aRefusalIsOneLineForPeople() {
    StringWriter printed = new StringWriter();

    new UnusableFormatException("Do this.").printStackTrace(new PrintWriter(printed, true));

    assertThat(printed.toString().strip()).isEqualTo("Not started. Do this.");
  }

  private static ValueFormat format(String url, boolean register) {
    return new ValueFormat(
        new ValueFormat.Classes(AvroSerializer.class.getName(), AvroDeserializer.class.getName()),
        Map.of(SchemaRegistry.URL, url, SchemaRegistry.AUTO_REGISTER, register));
  }

  private static String schemaBody() {
    String schema = PlainSchema.of(PaymentFailed.getClassSchema()).toString();
    return JSON.createObjectNode().put("schema", schema).toString();
  }

  /** Fails as Confluent's does when it cannot reach its registry. */
  public static final class Away implements Deserializer<Object> {

    @Override
    public Object deserialize(String topic, byte[] bytes) {
      throw new SerializationException("Error retrieving", new IOException("Connection refused"));
    }
  }

  /** Reads as Confluent's does when nobody told it to make records of ours. */
  public static final class Generic implements Deserializer<Object> {

    @Override
    public Object deserialize(String topic, byte[] bytes) {
      return new GenericData.Record(PaymentFailed.getClassSchema());
    }
  }
}
