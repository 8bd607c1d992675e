package booking.worker.readmodel;

import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;

/** Where events can be read from their beginning, as often as somebody wants to. */
public final class EventSource {

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final RowReader reader;

  /**
   * The topics of a Kafka.
   *
   * @param settings those of the read model; without a group, since nothing is to be shared
   * @param values reads the records of all topics; configured, and closed by the caller
   */
  public EventSource(ReadModelSettings settings, Deserializer<? extends SpecificRecord> values) {
    this(() -> new KafkaConsumer<>(settings.consumerSettings()), new RowReader(values));
  }

  EventSource(Supplier<Consumer<byte[], byte[]>> consumers, RowReader reader) {
    this.consumers = consumers;
    this.reader = reader;
  }

  EventLog open() {
    Consumer<byte[], byte[]> consumer = consumers.get();
    try {
      return new EventLog(consumer, reader);
    } catch (RuntimeException failed) {
      consumer.close();
      throw failed;
    }
  }
}
