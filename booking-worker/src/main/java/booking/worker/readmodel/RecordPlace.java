package booking.worker.readmodel;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a record lies in Kafka. */
record RecordPlace(String topic, int partition, long offset) {

  static RecordPlace of(ConsumerRecord<?, ?> message) {
    return new RecordPlace(message.topic(), message.partition(), message.offset());
  }

  static RecordPlace of(TopicPartition partition, long offset) {
    return new RecordPlace(partition.topic(), partition.partition(), offset);
  }

  @Override
  public String toString() {
    return "topic=" + topic + " partition=" + partition + " offset=" + offset;
  }
}
