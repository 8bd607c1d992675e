package booking.worker.readmodel;

import booking.schemas.Topic;
import booking.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Kafka's own fake consumer, with a log behind it, so that what was polled can be read again. */
final class FakeKafka extends MockConsumer<byte[], byte[]> {

  static final TopicPartition EVENTS = new TopicPartition(Topics.BOOKING_EVENTS.name(), 0);
  static final TopicPartition MORE_EVENTS = new TopicPartition(Topics.BOOKING_EVENTS.name(), 1);
  static final TopicPartition CATALOG = new TopicPartition(Topics.CATALOG_EVENTS.name(), 0);
  static final TopicPartition RESULTS = new TopicPartition(Topics.BOOKING_RESULTS.name(), 0);

  private static final Node NODE = new Node(1, "localhost", 9092);
  private static final Node[] NODES = {NODE};

  private final Wire wire = new Wire();
  private final List<ConsumerRecord<byte[], byte[]>> log = new CopyOnWriteArrayList<>();

  FakeKafka() {
    super("none");
    for (TopicPartition partition : Set.of(EVENTS, MORE_EVENTS, CATALOG, RESULTS)) {
      updateBeginningOffsets(Map.of(partition, 0L));
      updateEndOffsets(Map.of(partition, 0L));
    }
    partitions(EVENTS, MORE_EVENTS);
    partitions(CATALOG);
    partitions(RESULTS);
  }

  private void partitions(TopicPartition... ofOneTopic) {
    updatePartitions(
        ofOneTopic[0].topic(),
        Stream.of(ofOneTopic)
            .map(at -> new PartitionInfo(at.topic(), at.partition(), NODE, NODES, NODES))
            .toList());
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
    log.add(
        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], value));
    updateEndOffsets(Map.of(partition, offset + 1));
  }

  @Override
  public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    log.stream().filter(this::isDue).forEach(this::addRecord);
    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
    if (records.isEmpty()) {
      // The real one waits here; this one only keeps a loop from spinning.
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
    return records;
  }

  private boolean isDue(ConsumerRecord<?, ?> message) {
    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
    return assignment().contains(partition)
        && !paused().contains(partition)
        && message.offset() >= position(partition);
  }
}
