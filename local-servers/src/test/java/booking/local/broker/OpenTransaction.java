package booking.local.broker;

import booking.local.machine.FreePort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A program that runs a broker with a transaction that never ends, until it is killed. */
final class OpenTransaction {

  static final String TOPIC = "words";
  static final int PARTITIONS = 100;
  static final String READY = "open";

  private OpenTransaction() {}

  /**
   * @param arguments the broker's directory
   */
  public static void main(String[] arguments) throws Exception {
    BrokerPorts ports = new BrokerPorts(FreePort.any(), FreePort.any());
    LocalBroker broker = LocalBroker.start(Path.of(arguments[0]), ports);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
          .all()
          .get();
    }
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "transactional.id", "never-ends",
                "transaction.timeout.ms", "3000"),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      producer.send(new ProducerRecord<>(TOPIC, partition, "", "never committed"));
    }
    producer.flush();
    System.out.println(READY);
    new CountDownLatch(1).await();
  }
}
