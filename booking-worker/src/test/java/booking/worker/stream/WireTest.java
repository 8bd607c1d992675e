package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.AvroSerializer;
import booking.schemas.SchemaRegistry;
import booking.schemas.SchemaRegistryUnavailableException;
import booking.schemas.Topics;
import booking.schemas.ValueFormat;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class WireTest {

  /** Else a stranger's record with an unknown schema would stop all deciding during an outage. */
  @Test
  void whileTheRegistryIsAwayAnUnknownSchemaSpeaksAgainstItsRecordAlone() {
    Wire wire =
        new Wire(
            new ValueFormat(
                new ValueFormat.Classes(AvroSerializer.class.getName(), Away.class.getName()),
                Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL)));

    assertThatThrownBy(() -> wire.read(Topics.PAYMENT_FAILED, new byte[] {0, 0, 0, 0, 9}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("the registry is away")
        .hasCauseInstanceOf(SchemaRegistryUnavailableException.class);
  }

  /** A deserializer whose registry does not answer. */
  public static final class Away implements Deserializer<Object> {

    @Override
    public Object deserialize(String topic, byte[] bytes) {
      throw new SchemaRegistryUnavailableException("No schema registry answers");
    }
  }
}
