package booking.worker.readmodel;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.Topic;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Records in the bytes that Kafka carries, and back, with the schemas that are in the jar. */
final class Wire {

  private static final Map<String, String> LOCAL = Map.of("schema.registry.url", "local:");

  private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();
  private final AvroDeserializer<SpecificRecord> deserializer = new AvroDeserializer<>();

  Wire() {
    serializer.configure(LOCAL, false);
    deserializer.configure(LOCAL, false);
  }

  AvroDeserializer<SpecificRecord> deserializer() {
    return deserializer;
  }

  byte[] bytes(Topic<?> topic, SpecificRecord value) {
    return serializer.serialize(topic.name(), value);
  }

  /** A record as it comes out at the other end. */
  <V extends SpecificRecord> V sent(Topic<V> topic, V value) {
    return topic.type().cast(deserializer.deserialize(topic.name(), bytes(topic, value)));
  }
}
