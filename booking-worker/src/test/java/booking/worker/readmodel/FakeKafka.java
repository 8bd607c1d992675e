package booking.worker.readmodel;

import booking.schemas.Topic;
import booking.schemas.Topics;
import booking.worker.log.FakeLog;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topics that the read model follows, in a fake of Kafka. */
final class FakeKafka extends FakeLog {

  static final TopicPartition EVENTS = new TopicPartition(Topics.BOOKING_EVENTS.name(), 0);
  static final TopicPartition MORE_EVENTS = new TopicPartition(Topics.BOOKING_EVENTS.name(), 1);
  static final TopicPartition CATALOG = new TopicPartition(Topics.CATALOG_EVENTS.name(), 0);
  static final TopicPartition RESULTS = new TopicPartition(Topics.BOOKING_RESULTS.name(), 0);

  private final Wire wire = new Wire();

  FakeKafka() {
    topic(EVENTS.topic(), 2);
    topic(CATALOG.topic(), 1);
    topic(RESULTS.topic(), 1);
  }

  /** Appends to the partition of this number, from this offset on. */
  <V extends SpecificRecord> void append(
      Topic<V> topic, int partition, long offset, List<V> values) {
    long next = offset;
    for (V value : values) {
      append(new TopicPartition(topic.name(), partition), next++, wire.bytes(topic, value));
    }
  }

  void append(TopicPartition partition, long offset, byte[] value) {
    append(
        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], value));
  }
}
