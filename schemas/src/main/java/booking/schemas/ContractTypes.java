package booking.schemas;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The one type of record that belongs to a topic's name: the topics of {@link Topics#ALL}, and for
 * what the worker keeps to itself {@code internal.X} for the record {@code
 * booking.schemas.internal.X}.
 */
final class ContractTypes {

  private static final String INTERNAL = "internal.";
  private static final String INTERNAL_PACKAGE = "booking.schemas.internal.";

  private static final Map<String, Class<? extends SpecificRecord>> SHARED =
      Topics.ALL.stream().collect(Collectors.toUnmodifiableMap(Topic::name, Topic::type));

  private ContractTypes() {}

  /** The type of the topic's values, or empty when the topic is not of the contract. */
  static Optional<Class<? extends SpecificRecord>> of(String topic) {
    return topic.startsWith(INTERNAL) ? internal(topic) : Optional.ofNullable(SHARED.get(topic));
  }

  /**
   * The schema that the topic's values are read with.
   *
   * @throws SerializationException if the topic is not of the contract
   */
  static Schema schemaOf(String topic) {
    return of(topic)
        .map(type -> SpecificData.get().getSchema(type))
        .orElseThrow(() -> new SerializationException(topic + " is no topic of the contract"));
  }

  private static Optional<Class<? extends SpecificRecord>> internal(String topic) {
    try {
      String name = INTERNAL_PACKAGE + topic.substring(INTERNAL.length());
      return Optional.of(Class.forName(name).asSubclass(SpecificRecord.class));
    } catch (ClassNotFoundException | ClassCastException | LinkageError e) {
      return Optional.empty();
    }
  }
}
