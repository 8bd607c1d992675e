package booking.local.bench.stage;

import booking.local.faults.cluster.Server;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Requests that wait in Kafka for a program that stands still, and the time that it takes for them
 * once it may go on. To stand still must take less time than its group lets it be silent.
 *
 * @param server the program
 * @param group of its topology
 * @param topic that it reads
 */
public record Backlog(Stage stage, Server server, String group, String topic) {

  /** Nanoseconds until all of them were decided and committed. */
  public long nanos(List<ProducerRecord<byte[], byte[]>> requests) {
    server.freeze();
    stage.stranger().writeAll(requests);
    var ends = stage.groups().ends(topic);
    long from = System.nanoTime();
    server.thaw();
    stage.groups().awaitRead(group, ends);
    return System.nanoTime() - from;
  }

  /** How many a second. */
  public long perSecond(List<ProducerRecord<byte[], byte[]>> requests) {
    return Math.round(requests.size() * 1e9 / nanos(requests));
  }
}
