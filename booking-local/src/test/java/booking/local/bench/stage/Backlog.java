package booking.local.bench.stage;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Requests that wait in Kafka for a program, and the time that it takes for them. They wait in one
 * open transaction: nobody sees any of them before it is committed, and then everybody sees all.
 *
 * @param group of the program's topology
 * @param topic that it reads
 */
public record Backlog(Stage stage, String group, String topic) {

  /** Nanoseconds until all of them were decided and committed. */
  public long nanos(List<ProducerRecord<byte[], byte[]>> requests) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      requests.forEach(producer::send);
      producer.flush();
      var ends = stage.groups().ends(topic);
      long from = System.nanoTime();
      producer.commitTransaction();
      stage.groups().awaitRead(group, ends);
      return System.nanoTime() - from;
    }
  }

  /** How many a second. */
  public long perSecond(List<ProducerRecord<byte[], byte[]>> requests) {
    return Math.round(requests.size() * 1e9 / nanos(requests));
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            stage.cluster().bootstrapServers(),
            "transactional.id",
            "backlog-of-" + topic),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
