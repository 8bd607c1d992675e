package booking.worker.log;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Kafka's own fake consumer, with a log behind it, so that what was polled can be read again. */
public class FakeLog extends MockConsumer<byte[], byte[]> {

  private static final Node NODE = new Node(1, "localhost", 9092);
  private static final Node[] NODES = {NODE};

  private final List<ConsumerRecord<byte[], byte[]>> log = new CopyOnWriteArrayList<>();

  public FakeLog() {
    super("none");
  }

  /** Makes a topic with so many partitions, all empty. */
  public final void topic(String name, int partitions) {
    List<PartitionInfo> infos =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new PartitionInfo(name, partition, NODE, NODES, NODES))
            .toList();
    updatePartitions(name, infos);
    for (PartitionInfo info : infos) {
      TopicPartition partition = new TopicPartition(name, info.partition());
      updateBeginningOffsets(Map.of(partition, 0L));
      updateEndOffsets(Map.of(partition, 0L));
    }
  }

  /** Appends at the record's own offset, which then is the last one of its partition. */
  public final void append(ConsumerRecord<byte[], byte[]> message) {
    log.add(message);
    updateEndOffsets(
        Map.of(new TopicPartition(message.topic(), message.partition()), message.offset() + 1));
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

  @Override
  public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
      Map<TopicPartition, Long> times, Duration timeout) {
    return times.entrySet().stream()
        .flatMap(wanted -> first(wanted.getKey(), wanted.getValue()).stream())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<Map.Entry<TopicPartition, OffsetAndTimestamp>> first(
      TopicPartition partition, long time) {
    return log.stream()
        .filter(message -> message.topic().equals(partition.topic()))
        .filter(message -> message.partition() == partition.partition())
        .filter(message -> message.timestamp() >= time)
        .findFirst()
        .map(
            message ->
                Map.entry(
                    partition, new OffsetAndTimestamp(message.offset(), message.timestamp())));
  }
}
