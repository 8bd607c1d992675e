package booking.local;

import static org.awaitility.Awaitility.await;

import booking.gateway.BookingGateway;
import booking.local.broker.BrokerPorts;
import booking.local.machine.FreePort;
import booking.local.postgres.DatabaseServer;
import booking.local.sandbox.TokenSettings;
import booking.local.sandbox.Tokens;
import booking.local.security.GuardedBroker;
import booking.local.server.Servers;
import booking.schemas.Topic;
import booking.worker.BookingWorker;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A worker and a gateway beside a Kafka that lets in only who has a name, over TLS, and gives each
 * what the table of {@code docs/operations.md} says. Two more have a name, and no right at all.
 */
final class GuardedSystem implements AutoCloseable {

  static final String STRANGER = "stranger";
  static final String NEWCOMER = "newcomer";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PASSWORD = "known-to-this-test";

  private final LocalSettings settings =
      new LocalSettings(TestSystem.newFolder(), TestSystem.freePorts(), Map.of());
  private final Deque<Closeable> ends = new ArrayDeque<>();
  private final LocalSecrets secrets;
  private final GuardedBroker kafka;

  GuardedSystem() throws Exception {
    LocalPorts ports = settings.ports();
    secrets = LocalSecrets.keptIn(settings.data().resolve("secrets.properties"));
    DatabaseServer postgres =
        Servers.ofTests()
            .database(settings.data().resolve("postgres"), ports.postgres(), secrets.postgres());
    ends.push(postgres::close);
    kafka =
        GuardedBroker.start(
            settings.data().resolve("guarded"),
            new BrokerPorts(ports.kafka(), FreePort.any()),
            PASSWORD);
    ends.push(kafka::close);
    kafka.admit(List.of(STRANGER, NEWCOMER), PASSWORD);
    PartEnvironments environments =
        new PartEnvironments(settings, secrets, settings.data().resolve("state").toString());
    RunningApplication worker =
        RunningApplication.start(
            new BookingWorker(as("booking-worker", environments.worker()), GuardedSystem::ended),
            "worker.yml");
    ends.push(worker::close);
    RunningApplication gateway =
        RunningApplication.start(
            new BookingGateway(as("booking-gateway", environments.gateway())), "gateway.yml");
    ends.push(gateway::close);
    Readiness.await(List.of(worker, gateway), "http://localhost:" + ports.gateway(), PATIENCE);
  }

  private static void ended(Throwable cause) {
    throw new AssertionError("The worker ended", cause);
  }

  /** The worker's program, be it to serve or to do a command, as this principal. */
  OutsideProcess program(String principal, String... arguments) {
    return WorkerProcess.start(settings, as(principal, Map.of()), arguments);
  }

  /** The same as one who has a principal's name, but not its password. */
  OutsideProcess guessing(String principal, String... arguments) {
    String guessed = kafka.clientFile(principal, "guessed").toString();
    return WorkerProcess.start(settings, Map.of("KAFKA_CLIENT_FILE", guessed), arguments);
  }

  /** Another worker, as this principal. */
  OutsideProcess worker(String principal) {
    return WorkerProcess.start(settings, as(principal, Map.of("WORKER_ADMIN_PORT", "0")));
  }

  private Map<String, String> as(String principal, Map<String, String> environment) {
    Map<String, String> told = new HashMap<>(environment);
    told.put("KAFKA_CLIENT_FILE", kafka.clientFile(principal, PASSWORD).toString());
    return told;
  }

  LocalKafka kafka(String principal) {
    return kafka(principal, PASSWORD);
  }

  LocalKafka kafka(String principal, String password) {
    return new LocalKafka(kafka.client(principal, password));
  }

  /** What the page's command says by which this principal gets another password. */
  String changeLogin(String principal, String password) throws IOException {
    try (Shell shell = new Shell(settings.data())) {
      return shell.run(
          "CLASSPATH='%s' java kafka.admin.ConfigCommand %s"
              .formatted(JavaCommand.usersClassPath(), kafka.changeOfLogin(principal, password)));
    }
  }

  /** The first record of a topic, as a service reads: in a group of its own name. */
  <V extends SpecificRecord> V first(Topic<V> topic, String principal) {
    return firstIn(principal, topic, principal);
  }

  <V extends SpecificRecord> V firstIn(String group, Topic<V> topic, String principal) {
    Map<String, Object> client = new HashMap<>(kafka.client(principal, PASSWORD));
    client.put("group.id", group);
    client.put("auto.offset.reset", "earliest");
    try (LocalKafka reader = kafka(principal);
        KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic.name()));
      ConsumerRecords<String, byte[]> records =
          await()
              .atMost(PATIENCE)
              .until(() -> consumer.poll(Duration.ofMillis(200)), polled -> !polled.isEmpty());
      return reader.read(topic, records.iterator().next());
    }
  }

  Http user(long userId, boolean admin) {
    Tokens tokens = new Tokens(new TokenSettings(secrets.jwt(), "booking", "booking"));
    return new Http("http://localhost:" + settings.ports().gateway() + "/api/v1")
        .with("Authorization", "Bearer " + tokens.of(userId, admin, Instant.now()));
  }

  @Override
  public void close() throws IOException {
    for (Closeable end : ends) {
      end.close();
    }
    LogsOnly.keepIn(settings.data());
  }
}
