package booking.schemas;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * How the values of topics become bytes and bytes values: by the classes that the settings name,
 * ours or Confluent's. There is one of it in a process, so that what either has asked the registry
 * is asked once. Safe to share between threads.
 */
public final class ValueFormat {

  /**
   * The classes by name.
   *
   * @param serializer e.g. {@code booking.schemas.AvroSerializer}
   * @param deserializer e.g. {@code booking.schemas.AvroDeserializer}
   */
  public record Classes(String serializer, String deserializer) {

    public Classes {
      requireNonNull(serializer, "serializer");
      requireNonNull(deserializer, "deserializer");
    }
  }

  private final Classes classes;
  private final Serializer<SpecificRecord> serializer;
  private final Deserializer<SpecificRecord> deserializer;

  /**
   * Asks no registry yet.
   *
   * @param settings of the classes, by Confluent's keys
   * @throws UnusableFormatException if a class is not there
   * @throws KafkaException if one is not of its kind, or does not take the settings
   */
  @SuppressWarnings("unchecked") // The classes are known by name only.
  public ValueFormat(Classes classes, Map<String, ?> settings) {
    this.classes = classes;
    this.serializer = newInstance(classes.serializer(), Serializer.class);
    this.deserializer = newInstance(classes.deserializer(), Deserializer.class);
    serializer.configure(settings, false);
    deserializer.configure(settings, false);
  }

  public Serializer<SpecificRecord> serializer() {
    return serializer;
  }

  public Deserializer<SpecificRecord> deserializer() {
    return deserializer;
  }

  /**
   * Writes an empty record for each topic and reads it back. So the registry knows every schema
   * before the first record, its ids are known here, and it is not needed for them again.
   *
   * @throws UnusableFormatException if one of them cannot be written or read
   */
  public void tryOut(List<Topic<?>> topics) {
    topics.forEach(this::tryOut);
  }

  private void tryOut(Topic<?> topic) {
    SpecificRecord empty = EmptyRecord.of(topic.type());
    Object read;
    try {
      read = deserializer.deserialize(topic.name(), serializer.serialize(topic.name(), empty));
    } catch (KafkaException | SchemaRegistryUnavailableException | SecurityException unusable) {
      throw new UnusableFormatException(
          isOutage(unusable) ? outage(unusable) : refused(topic, unusable));
    }
    if (!empty.equals(read)) {
      throw new UnusableFormatException(
          "%s reads values of %s not as records of ours. Set specific.avro.reader=true."
              .formatted(classes.deserializer(), topic.name()));
    }
  }

  private static String outage(Throwable failure) {
    return ("%s. Start the schema registry, or say by %s (SCHEMA_REGISTRY_URL) where it is;"
            + " %s needs none.")
        .formatted(words(failure), SchemaRegistry.URL, SchemaRegistry.LOCAL_URL);
  }

  private static String refused(Topic<?> topic, Throwable failure) {
    return ("Values of %s cannot be written and read: %s. Register the schemas of this version with"
            + " the registry, or let it be done at the start by %s=true (AUTO_REGISTER_SCHEMAS)."
            + " If it holds another schema there, it is another system's registry.")
        .formatted(topic.name(), words(failure), SchemaRegistry.AUTO_REGISTER);
  }

  /** Ours says so itself; Confluent's says it by what it was caused by. */
  private static boolean isOutage(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof SchemaRegistryUnavailableException
                    || cause instanceof IOException);
  }

  private static String words(Throwable failure) {
    return causes(failure)
        .map(cause -> String.valueOf(cause.getMessage()))
        .distinct()
        .reduce((said, more) -> said.contains(more) ? said : said + " (" + more + ")")
        .orElse("");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static <T> T newInstance(String className, Class<T> kind) {
    try {
      return Utils.newInstance(className, kind);
    } catch (ClassNotFoundException missing) {
      throw new UnusableFormatException(
          ("There is no class %s here. Correct its name;"
                  + " Confluent's come with a build by -Pconfluent.")
              .formatted(className));
    }
  }
}
