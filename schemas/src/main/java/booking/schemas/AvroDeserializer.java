package booking.schemas;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * A deserializer of records in Confluent's wire format, with Confluent's settings. A topic of the
 * contract yields its own type of record and nothing else. Safe to share between threads, as the
 * threads of a topology do.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  private static final String SPECIFIC = "specific.avro.reader";

  // By topic, then by the id of the schema that a record was written with.
  private final Map<String, Map<Integer, RecordReader<T>>> readers = new ConcurrentHashMap<>();
  private @Nullable SchemaRegistry registry;

  static {
    TrustedRecords.trust();
  }

  /** For Kafka, which calls {@link #configure} next. */
  public AvroDeserializer() {}

  public AvroDeserializer(SchemaRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    if (isKey) {
      throw new ConfigException("Keys are decimal strings, not Avro");
    }
    Object specific = settings.get(SPECIFIC);
    if (specific != null && !Boolean.parseBoolean(specific.toString())) {
      throw new ConfigException(SPECIFIC, specific, "only generated records are read here");
    }
    registry = SchemaRegistry.of(settings);
  }

  /**
   * The record, or null for null, which Kafka calls a tombstone.
   *
   * @throws SerializationException if the bytes are not one whole record of the topic's type
   * @throws SchemaRegistryUnavailableException if the registry is needed and cannot be asked
   */
  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
    return bytes == null ? null : reader(topic, WireFormat.schemaId(bytes)).read(bytes);
  }

  private RecordReader<T> reader(String topic, int schemaId) {
    Map<Integer, RecordReader<T>> ofTopic =
        readers.computeIfAbsent(topic, any -> new ConcurrentHashMap<>());
    RecordReader<T> known = ofTopic.get(schemaId);
    if (known == null) {
      known = newReader(topic, schemaId);
      ofTopic.put(schemaId, known);
    }
    return known;
  }

  private RecordReader<T> newReader(String topic, int schemaId) {
    SchemaRegistry known = registry;
    if (known == null) {
      throw new IllegalStateException("The deserializer was not configured");
    }
    Schema read = ContractTypes.schemaOf(topic);
    return new RecordReader<>(known.schemaOf(schemaId), read);
  }
}
