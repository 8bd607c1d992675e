package booking.schemas;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serializer of records in Confluent's wire format, with Confluent's settings. Safe to share
 * between threads, as a producer does: what it reuses, it keeps per thread.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {

  // A record above this is rare; the pen that wrote it is not kept for the next.
  private static final int KEPT_BYTES = 64 * 1024;

  /** How one schema is written to one topic. */
  private record Form<T extends SpecificRecord>(
      Schema schema, byte[] header, RecordWriter<T> writer) {}

  // One for all serializers of a thread: threads find a few such things quickly, and many slowly.
  private static final ThreadLocal<Pen> PEN = ThreadLocal.withInitial(Pen::new);

  private final Map<String, Form<T>> forms = new ConcurrentHashMap<>();
  private @Nullable SchemaRegistry registry;

  static {
    TrustedRecords.trust();
  }

  /** For Kafka, which calls {@link #configure} next. */
  public AvroSerializer() {}

  public AvroSerializer(SchemaRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    if (isKey) {
      throw new ConfigException("Keys are decimal strings, not Avro");
    }
    registry = SchemaRegistry.of(settings);
  }

  /**
   * The record in the wire format, or null for null, which Kafka calls a tombstone.
   *
   * @throws SerializationException if the record lacks a field, or is not what the topic carries
   * @throws SchemaRegistryUnavailableException if the registry is needed and cannot be asked
   */
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T value) {
    if (value == null) {
      return null;
    }
    Form<T> form = form(topic, value.getSchema());
    byte[] bytes = null;
    try {
      Pen mine = PEN.get();
      mine.begin(form.header());
      form.writer().write(value, mine);
      bytes = mine.finish();
      return bytes;
    } catch (IOException | RuntimeException e) {
      // Avro throws what the wrong field made it meet.
      throw new SerializationException("Cannot write a " + form.schema().getName(), e);
    } finally {
      // Half a record may be left in it.
      if (bytes == null || bytes.length > KEPT_BYTES) {
        PEN.remove();
      }
    }
  }

  private Form<T> form(String topic, Schema schema) {
    Form<T> known = forms.get(topic);
    if (known == null) {
      known = newForm(topic);
      forms.put(topic, known);
    }
    if (known.schema() != schema) {
      throw new SerializationException(
          "%s carries %s, not %s"
              .formatted(topic, known.schema().getFullName(), schema.getFullName()));
    }
    return known;
  }

  private Form<T> newForm(String topic) {
    SchemaRegistry known = registry;
    if (known == null) {
      throw new IllegalStateException("The serializer was not configured");
    }
    Schema carried = ContractTypes.schemaOf(topic);
    int id = known.idOf(Topic.subjectOf(topic), PlainSchema.of(carried));
    return new Form<>(carried, WireFormat.header(id), new RecordWriter<>(carried));
  }
}
