package booking.local.faults.cluster;

import booking.local.Http;
import booking.local.LocalSecrets;
import booking.local.faults.cluster.Addresses.GatewayPorts;
import booking.local.machine.FolderTree;
import booking.local.postgres.PostgresLogins;
import booking.local.sandbox.TokenSettings;
import booking.local.sandbox.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole system as processes of their own on this machine: a broker, a Postgres, workers and
 * gateways, each of which can be struck alone. All of them end with this JVM, however it ends.
 */
public final class Cluster implements AutoCloseable {

  private static final String API = "/api/v1";

  private final Addresses addresses;
  private final Guardian guardian;
  private final Tokens tokens;
  private final Wire wire;
  private final Programs programs;
  private final Server broker;
  private final Server postgres;
  private final List<Server> workers = new ArrayList<>();
  private final List<Server> guests = new ArrayList<>();
  private final List<Server> gateways = new ArrayList<>();
  private final List<Http> clients = new ArrayList<>();

  private Cluster(Addresses addresses) {
    this.addresses = addresses;
    this.guardian = Guardian.over(addresses.settings().folder().resolve("processes"));
    this.tokens = new Tokens(new TokenSettings(addresses.secrets().jwt(), "booking", "booking"));
    this.wire = Wire.to(addresses.wired());
    this.programs = new Programs(addresses, wire, guardian);
    this.broker = programs.broker("broker");
    this.postgres = programs.postgres();
    for (int i = 1; i <= addresses.settings().workers(); i++) {
      workers.add(programs.worker("worker-" + i));
    }
    for (int i = 0; i < addresses.settings().gateways(); i++) {
      GatewayPorts ports = GatewayPorts.free();
      clients.add(new Http(Addresses.url(ports.clients()) + API));
      gateways.add(programs.gateway("gateway-" + (i + 1), i, ports));
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

  /** {@code worker-1} first. */
  public List<Server> workers() {
    return List.copyOf(workers);
  }

  public List<Server> gateways() {
    return List.copyOf(gateways);
  }

  /** One more worker, not yet started, who is not among {@link #workers}. */
  public Server guestWorker() {
    Server guest = programs.worker("guest-" + (guests.size() + 1));
    guests.add(guest);
    return guest;
  }

  /** A program of the tests beside the system's own, not yet started. */
  public Server companion(Companion program) {
    Server companion = programs.companion(program);
    guests.add(companion);
    return companion;
  }

  /** What one more gateway would be told, if it listened on these ports. */
  public Map<String, String> gatewayEnvironment(int clients, int admin) {
    return addresses.gateway("companion", 0, new GatewayPorts(clients, admin));
  }

  /**
   * The same worker, to be started after it has been stopped: it reaches the broker by {@link
   * #wire} alone. Whoever stops it starts the usual one again.
   */
  public Server wired(Server worker) {
    return programs.wiredWorker(worker.name());
  }

  /** What a worker that is {@link #wired} hangs on. */
  public Wire wire() {
    return wire;
  }

  /** The same worker, to be started after it has been stopped, with another heap, in MiB. */
  public JavaServer withHeap(Server worker, int mebibytes) {
    return programs.worker(worker.name(), mebibytes);
  }

  /** The same worker, to be started after it has been stopped, of another build. */
  public Server of(Path jar, Server worker) {
    return programs.worker(worker.name(), jar);
  }

  /** Throws away the stores of a worker that does not run. */
  public void forgetState(Server worker) throws IOException {
    FolderTree.delete(addresses.state(worker.name()));
  }

  /** Does what an operator does with the worker's program, e.g. {@code rebuild}. */
  public Ended operate(List<String> arguments, Duration patience) {
    return OperatorCommand.run(
        programs.operator(arguments), programs.log(String.join("-", arguments)), patience);
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

  /** What no log may hold. */
  public List<String> secrets() {
    LocalSecrets secrets = addresses.secrets();
    return List.of(
        secrets.jwt(),
        secrets.postgres().superuser(),
        secrets.postgres().worker(),
        secrets.postgres().gateway());
  }

  /** What each server has said so far. */
  public List<Path> logs() {
    return Stream.of(Stream.of(broker), workers.stream(), guests.stream(), gateways.stream())
        .flatMap(servers -> servers)
        .map(server -> programs.log(server.name()))
        .filter(Files::exists)
        .toList();
  }

  /** What a client must send as {@code Authorization} to be this user. */
  public String bearer(long userId, boolean admin) {
    return "Bearer " + tokens.of(userId, admin, Clock.systemUTC().instant());
  }

  /** Kills everything, but lets Postgres end its many processes; what was kept stays. */
  @Override
  public void close() {
    Stream.of(gateways.stream(), guests.stream(), workers.stream(), Stream.of(broker))
        .flatMap(servers -> servers)
        .forEach(Server::kill);
    postgres.thaw();
    postgres.stop();
    wire.close();
    guardian.close();
  }
}
