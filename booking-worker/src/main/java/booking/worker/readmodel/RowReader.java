package booking.worker.readmodel;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import booking.schemas.SchemaRegistryUnavailableException;
import booking.schemas.Topic;
import booking.schemas.Topics;
import booking.worker.readmodel.Batch.ProjectedRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** The one way from a record's bytes to rows: decodes, and hands each type to its projection. */
final class RowReader {

  private record Source<V extends SpecificRecord>(
      Topic<V> topic, Function<V, List<Row>> projection) {
    List<Row> rows(Object value) {
      return projection.apply(topic.type().cast(value));
    }
  }

  private static final Map<String, Source<?>> SOURCES =
      Stream.of(
              new Source<>(Topics.BOOKING_EVENTS, BookingProjection::rows),
              new Source<>(Topics.CATALOG_EVENTS, CatalogProjection::rows),
              new Source<>(Topics.BOOKING_RESULTS, ResultProjection::rows))
          .collect(toUnmodifiableMap(source -> source.topic().name(), source -> source));

  private final Deserializer<? extends SpecificRecord> values;

  RowReader(Deserializer<? extends SpecificRecord> values) {
    this.values = values;
  }

  /** The names of the topics that it can read. */
  static Set<String> topics() {
    return SOURCES.keySet();
  }

  /** Whether Kafka may drop records of a topic that nobody has read. */
  static boolean mayExpire(String topic) {
    return requireNonNull(SOURCES.get(topic)).topic().retention().isPresent();
  }

  /**
   * The rows that a record leaves.
   *
   * @throws SchemaRegistryUnavailableException when it may be readable later
   * @throws ReadModelStoppedException when it is not
   */
  ProjectedRecord read(ConsumerRecord<byte[], byte[]> message) {
    RecordPlace place = RecordPlace.of(message);
    try {
      Object value = values.deserialize(message.topic(), requireNonNull(message.value(), "value"));
      return new ProjectedRecord(place, requireNonNull(SOURCES.get(message.topic())).rows(value));
    } catch (SchemaRegistryUnavailableException unknownYet) {
      throw unknownYet;
    } catch (RuntimeException unreadable) {
      throw new ReadModelStoppedException("unreadable " + place, unreadable);
    }
  }
}
