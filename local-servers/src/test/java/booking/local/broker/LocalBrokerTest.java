package booking.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.machine.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {

  @TempDir private Path directory;

  @Test
  void whatWasWrittenIsThereAfterARestartOnOtherPorts() throws Exception {
    try (LocalBroker broker = LocalBroker.start(directory, freePorts())) {
      write(broker, "kept");
    }
    assertThat(Fencing.isNeeded(directory.resolve("log"))).as("was stopped cleanly").isFalse();
    try (LocalBroker broker = LocalBroker.start(directory, freePorts())) {
      assertThat(read(broker)).containsExactly("kept");
    }
  }

  @Test
  void aTransactionThatIsCommittedCanBeRead() throws Exception {
    try (LocalBroker broker = LocalBroker.start(directory, freePorts())) {
      createTopic(broker);
      Map<String, Object> settings =
          Map.of(
              "bootstrap.servers", broker.bootstrapServers(),
              "transactional.id", "test",
              "transaction.timeout.ms", "10000");
      try (KafkaProducer<String, String> producer =
          new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>("words", "committed"));
        producer.commitTransaction();
      }
      assertThat(read(broker)).containsExactly("committed");
    }
  }

  @Test
  void aTransactionThatAKillCutShortBlocksNobodyAfterTheRestart() throws Exception {
    Process killed = openTransaction();
    killed.destroyForcibly().waitFor();

    try (LocalBroker broker = LocalBroker.start(directory, freePorts());
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(ends(admin, IsolationLevel.READ_COMMITTED))
                      .isEqualTo(ends(admin, IsolationLevel.READ_UNCOMMITTED)));
    }
  }

  private Process openTransaction() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OpenTransaction.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = "";
    while (line != null && !line.equals(OpenTransaction.READY)) {
      line = process.inputReader().readLine();
    }
    assertThat(line).isEqualTo(OpenTransaction.READY);
    return process;
  }

  private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel isolation)
      throws Exception {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < OpenTransaction.PARTITIONS; partition++) {
      latest.put(new TopicPartition(OpenTransaction.TOPIC, partition), OffsetSpec.latest());
    }
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private static BrokerPorts freePorts() {
    return new BrokerPorts(FreePort.any(), FreePort.any());
  }

  private static void createTopic(LocalBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic("words", Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
  }

  private static void write(LocalBroker broker, String word) throws Exception {
    createTopic(broker);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("words", word)).get();
    }
  }

  private static List<String> read(LocalBroker broker) {
    TopicPartition partition = new TopicPartition("words", 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
          .map(found -> found.value())
          .toList();
    }
  }
}
