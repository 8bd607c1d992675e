package booking.worker.stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** The format of one type of record in the worker's stores. */
final class InternalSerde<V extends SpecificRecord> implements Serde<V> {

  private final Wire.Internal internal = new Wire.Internal();
  private final Class<V> type;

  InternalSerde(Class<V> type) {
    this.type = type;
  }

  @Override
  public Serializer<V> serializer() {
    return internal.serializer();
  }

  @Override
  public Deserializer<V> deserializer() {
    return (topic, bytes) -> bytes == null ? null : internal.read(type, bytes);
  }
}
