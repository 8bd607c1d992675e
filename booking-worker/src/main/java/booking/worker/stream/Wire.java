package booking.worker.stream;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.SchemaRegistry;
import booking.schemas.SchemaRegistryUnavailableException;
import booking.schemas.Topic;
import booking.schemas.Topics;
import booking.schemas.ValueFormat;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How records become bytes and bytes records: on topics of the contract by the classes that the
 * settings name, on internal topics and in stores by ids fixed in the jar.
 */
public final class Wire {

  private final ValueFormat format;
  private final Internal internal = new Internal();

  public Wire(ValueFormat format) {
    this.format = format;
  }

  /**
   * Has the registry know every schema of the contract, before the first record.
   *
   * @throws booking.schemas.UnusableFormatException if values cannot be written and read as set
   */
  public void tryOut() {
    format.tryOut(Topics.ALL);
  }

  Internal internal() {
    return internal;
  }

  @SuppressWarnings("unchecked") // It takes the records of every topic.
  <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
    return (Serializer<V>) format.serializer();
  }

  /**
   * Reads a value of the topic.
   *
   * @throws SerializationException if the bytes are not one whole record of the topic's type, or
   *     nobody can say which schema they have
   */
  <V extends SpecificRecord> V read(Topic<V> topic, byte[] value) {
    Object read;
    try {
      read = format.deserializer().deserialize(topic.name(), value);
    } catch (SchemaRegistryUnavailableException unknownYet) {
      // A stranger's schema must not hold up those that are known; a dead letter can be replayed.
      throw new SerializationException(
          "its schema is not known, and the registry is away", unknownYet);
    }
    if (!topic.type().isInstance(read)) {
      throw new SerializationException("not a " + topic.type().getSimpleName());
    }
    return topic.type().cast(read);
  }

  /** Reads the values of any topic of the contract. */
  public Deserializer<? extends SpecificRecord> deserializer() {
    return format.deserializer();
  }

  /** The format of what only the worker reads. */
  static final class Internal {

    private final AvroSerializer<SpecificRecord> writer = new AvroSerializer<>(local());
    private final AvroDeserializer<SpecificRecord> reader = new AvroDeserializer<>(local());

    private static SchemaRegistry local() {
      return SchemaRegistry.of(Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL));
    }

    <V extends SpecificRecord> Serializer<V> serializer() {
      return (topic, value) -> value == null ? null : write(value);
    }

    byte[] write(SpecificRecord value) {
      byte[] bytes = writer.serialize(topicOf(value.getClass()), value);
      if (bytes == null) {
        throw new IllegalStateException("nothing was written for " + value.getClass());
      }
      return bytes;
    }

    /**
     * @throws SerializationException if the bytes are not one whole record of this type
     */
    <V extends SpecificRecord> V read(Class<V> type, byte[] bytes) {
      return type.cast(reader.deserialize(topicOf(type), bytes));
    }

    private static String topicOf(Class<?> type) {
      return "internal." + type.getSimpleName();
    }
  }
}
