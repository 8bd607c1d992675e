package booking.local.faults.cluster;

import booking.local.Http;
import booking.local.JavaCommand;
import booking.local.LocalSecrets;
import booking.local.LoopbackPorts;
import booking.local.faults.cluster.Addresses.GatewayPorts;
import booking.local.postgres.PostgresLogins;
import booking.local.sandbox.TokenSettings;
import booking.local.sandbox.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The whole system as processes of their own on this machine: a broker, a Postgres, workers and
 * gateways, each of which can be struck alone. All of them end with this JVM, however it ends.
 */
public final class Cluster implements AutoCloseable {

  private static final String API = "/api/v1";
  private static final int BROKER_HEAP = 512;
  private static final int WORKER_HEAP = 256;
  private static final int GATEWAY_HEAP = 192;

  private final Addresses addresses;
  private final Guardian guardian;
  private final Tokens tokens;
  private final Server broker;
  private final Server postgres;
  private final List<Server> workers = new ArrayList<>();
  private final List<Server> gateways = new ArrayList<>();
  private final List<Http> clients = new ArrayList<>();

  private Cluster(Addresses addresses) {
    Path folder = addresses.settings().folder();
    this.addresses = addresses;
    this.guardian = Guardian.over(folder.resolve("processes"));
    this.tokens = new Tokens(new TokenSettings(addresses.secrets().jwt(), "booking", "booking"));
    this.broker = brokerIn(folder);
    this.postgres =
        new PostgresServer(
            folder.resolve("postgres"),
            addresses.postgres(),
            addresses.secrets().postgres(),
            guardian);
    for (int i = 0; i < addresses.settings().workers(); i++) {
      newWorker();
    }
    for (int i = 0; i < addresses.settings().gateways(); i++) {
      gateways.add(newGateway(i));
    }
  }

  /** Starts everything and returns when every server does its work. */
  public static Cluster start(ClusterSettings settings) throws IOException {
    Path folder = Files.createDirectories(settings.folder());
    Files.createDirectories(folder.resolve("logs"));
    LocalSecrets secrets = LocalSecrets.keptIn(folder.resolve("secrets.properties"));
    Cluster cluster = new Cluster(Addresses.free(settings, secrets));
    try {
      cluster.startAll();
      return cluster;
    } catch (RuntimeException | Error failed) {
      cluster.close();
      throw failed;
    }
  }

  private void startAll() {
    broker.start();
    postgres.start();
    broker.awaitReady();
    // The workers first: they make the topics that the gateways read.
    workers.forEach(Server::start);
    workers.forEach(Server::awaitReady);
    gateways.forEach(Server::start);
    gateways.forEach(Server::awaitReady);
  }

  public Server broker() {
    return broker;
  }

  public Server postgres() {
    return postgres;
  }

  /** Those that the cluster was started with, then those made since: {@code worker-1} first. */
  public List<Server> workers() {
    return List.copyOf(workers);
  }

  public List<Server> gateways() {
    return List.copyOf(gateways);
  }

  /** One more worker, not yet started; the cluster ends it with the others. */
  public Server newWorker() {
    String name = "worker-" + (workers.size() + 1);
    int admin = LoopbackPorts.free();
    Server worker =
        java(
            name,
            new JavaCommand("booking.worker.BookingWorker", WORKER_HEAP).forUser(List.of()),
            addresses.worker(name, admin),
            () -> Health.isGood(admin));
    workers.add(worker);
    return worker;
  }

  public ClusterSettings settings() {
    return addresses.settings();
  }

  /** What Kafka clients are given. */
  public String bootstrapServers() {
    return addresses.bootstrapServers();
  }

  /** Where the database is for JDBC, without user and password. */
  public String jdbcUrl() {
    return addresses.jdbcUrl();
  }

  public PostgresLogins logins() {
    return addresses.secrets().postgres();
  }

  /** Nobody in particular, at the API of each gateway. */
  public List<Http> clients() {
    return List.copyOf(clients);
  }

  /** What a client must send as {@code Authorization} to be this user. */
  public String bearer(long userId, boolean admin) {
    return "Bearer " + tokens.of(userId, admin, Clock.systemUTC().instant());
  }

  /** Kills everything; what it kept stays in its folder. */
  @Override
  public void close() {
    Stream.of(gateways.stream(), workers.stream(), Stream.of(postgres, broker))
        .flatMap(servers -> servers)
        .forEach(Server::kill);
    guardian.close();
  }

  private Server brokerIn(Path folder) {
    List<String> arguments =
        List.of(
            folder.resolve("kafka").toString(),
            Integer.toString(addresses.kafka()),
            Integer.toString(LoopbackPorts.free()));
    return java(
        "broker",
        new JavaCommand(BrokerProgram.class.getName(), BROKER_HEAP).forTest(arguments),
        Map.of(),
        () -> Health.listens(addresses.kafka()));
  }

  private Server newGateway(int replyPartition) {
    String name = "gateway-" + (replyPartition + 1);
    GatewayPorts ports = GatewayPorts.free();
    clients.add(new Http(Addresses.url(ports.clients()) + API));
    return java(
        name,
        new JavaCommand("booking.gateway.BookingGateway", GATEWAY_HEAP).forUser(List.of()),
        addresses.gateway(name, replyPartition, ports),
        () -> Health.isGood(ports.admin()));
  }

  private Server java(
      String name, ProcessBuilder command, Map<String, String> environment, BooleanSupplier ready) {
    Path log = addresses.settings().folder().resolve("logs").resolve(name + ".log");
    return new JavaServer(new Launch(name, command, environment, log, ready), guardian);
  }
}
