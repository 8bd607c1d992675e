package booking.schemas;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A registry of schemas in Confluent's sense: it gives each schema a number, which travels in front
 * of every record in its stead. Safe to share between threads.
 */
public interface SchemaRegistry {

  /** The setting that says where the registry is; Confluent's own key. */
  String URL = "schema.registry.url";

  /** The setting that lets a serializer register what it writes; Confluent's own key. */
  String AUTO_REGISTER = "auto.register.schemas";

  /** The URL that stands for the ids fixed in this jar. */
  String LOCAL_URL = "local:";

  /**
   * The id under which the schema is known to the subject.
   *
   * @throws SerializationException if the registry does not have it there, or will not
   * @throws SchemaRegistryUnavailableException if the registry cannot be asked
   */
  int idOf(String subject, Schema schema);

  /**
   * The schema with this id.
   *
   * @throws SerializationException if no schema has it
   * @throws SchemaRegistryUnavailableException if the registry cannot be asked
   */
  Schema schemaOf(int id);

  /**
   * The registry that the settings of a Kafka client name.
   *
   * @throws ConfigException if they name none
   */
  static SchemaRegistry of(Map<String, ?> settings) {
    String url = text(settings, URL).orElseThrow(() -> new ConfigException("Missing " + URL));
    if (url.equals(LOCAL_URL)) {
      return LocalSchemaRegistry.bundled();
    }
    // Confluent's default is true, and a class that is swapped for theirs keeps their defaults.
    boolean register = text(settings, AUTO_REGISTER).map(Boolean::parseBoolean).orElse(true);
    return new RestSchemaRegistry(url, register);
  }

  private static Optional<String> text(Map<String, ?> settings, String key) {
    return Optional.ofNullable(settings.get(key)).map(value -> value.toString().strip());
  }
}
