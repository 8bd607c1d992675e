package booking.worker.stream;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.SchemaRegistry;
import booking.schemas.Topic;
import booking.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * How records become bytes and bytes records: on topics of the contract by the classes that the
 * settings name, on internal topics and in stores by ids fixed in the jar.
 */
public final class Wire {

  private final Map<String, ?> settings;
  private final FormatClasses classes;
  private final Internal internal = new Internal();
  private final Map<String, Deserializer<?>> deserializers = new HashMap<>();

  /**
   * The classes that write and read the topics of the contract.
   *
   * @param serializer e.g. {@code booking.schemas.AvroSerializer}
   * @param deserializer e.g. {@code booking.schemas.AvroDeserializer}
   */
  public record FormatClasses(String serializer, String deserializer) {}

  /**
   * @param settings of the classes, by Confluent's keys
   * @throws org.apache.kafka.common.KafkaException if a class is not there or not of its kind
   */
  public Wire(FormatClasses classes, Map<String, ?> settings) {
    this.classes = classes;
    this.settings = Map.copyOf(settings);
    Topics.ALL.forEach(topic -> deserializers.put(topic.name(), deserializer()));
  }

  Internal internal() {
    return internal;
  }

  @SuppressWarnings("unchecked") // The class is known by name only.
  <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
    Serializer<V> serializer = newInstance(classes.serializer(), Serializer.class);
    serializer.configure(settings, false);
    return serializer;
  }

  /**
   * Reads a value of the topic.
   *
   * @throws SerializationException if the bytes are not one whole record of the topic's type
   */
  <V extends SpecificRecord> V read(Topic<V> topic, byte[] value) {
    Object read = deserializers.get(topic.name()).deserialize(topic.name(), value);
    if (!topic.type().isInstance(read)) {
      throw new SerializationException("not a " + topic.type().getSimpleName());
    }
    return topic.type().cast(read);
  }

  /** Reads the values of any topic of the contract. */
  @SuppressWarnings("unchecked") // The class is known by name only.
  public Deserializer<? extends SpecificRecord> deserializer() {
    Deserializer<? extends SpecificRecord> deserializer =
        newInstance(classes.deserializer(), Deserializer.class);
    deserializer.configure(settings, false);
    return deserializer;
  }

  private static <T> T newInstance(String className, Class<T> kind) {
    try {
      return Utils.newInstance(className, kind);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("Not on the class path: " + className, e);
    }
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
