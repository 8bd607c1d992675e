package booking.local;

import booking.gateway.BookingGateway;
import booking.local.StartedParts.Part;
import booking.local.broker.BrokerPorts;
import booking.local.machine.FreePort;
import booking.local.postgres.LocalPostgres;
import booking.local.sandbox.Sandbox;
import booking.local.server.EmbeddedServers;
import booking.local.server.Servers;
import booking.worker.BookingWorker;
import io.dropwizard.core.Application;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The whole system, running: broker, worker, gateway and sandbox in this JVM and Postgres beside
 * it, unless broker and Postgres are told to come from elsewhere.
 *
 * <p>Closing it stops them in the reverse order of their start. What they know stays in the data
 * folder, for the next start.
 */
public final class LocalSystem implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LocalSettings settings;
  private final Onlooker onlooker;
  private final Servers servers;
  private final StartedParts parts;
  private final List<RunningApplication> programs = new CopyOnWriteArrayList<>();

  /** A system that does not run yet. */
  public LocalSystem(LocalSettings settings, Onlooker onlooker) {
    this(settings, onlooker, new EmbeddedServers());
  }

  /** A system that does not run yet, whose broker and database come from elsewhere. */
  public LocalSystem(LocalSettings settings, Onlooker onlooker, Servers servers) {
    this.settings = settings;
    this.onlooker = onlooker;
    this.servers = servers;
    this.parts = new StartedParts(onlooker);
  }

  /**
   * Starts everything and returns when a booking can be made.
   *
   * @throws StartupFailure when that cannot be here and now; nothing is left running then
   */
  public void start() throws StartupFailure {
    try {
      startAll();
    } catch (StartupFailure failed) {
      close();
      throw failed;
    } catch (Exception failed) {
      close();
      throw new StartupFailure("Booking could not be started: " + failed.getMessage(), failed);
    }
  }

  /** Whether anything of it runs, even while it is still starting. */
  public boolean isRunning() {
    return parts.areHeld();
  }

  /** Where clients reach the gateway. */
  public String gatewayUrl() {
    return "http://localhost:" + settings.ports().gateway();
  }

  @Override
  public void close() {
    parts.close();
  }

  private void startAll() throws Exception {
    DataDirectory data = DataDirectory.hold(settings.data());
    parts.holds("data folder", data);
    LocalLogging.to(data.resolve("logs"));
    Path postgres = data.resolve("postgres");
    LocalPostgres.stopLeftover(postgres);
    // Its process would outlive ours if the start were cut short while it comes up.
    parts.holds("any Postgres", () -> LocalPostgres.stopLeftover(postgres));
    LoopbackPorts.requireFree(settings.ports().bySetting());
    LocalSecrets secrets = LocalSecrets.keptIn(data.resolve("secrets.properties"));
    LocalPorts ports = settings.ports();

    // Neither needs the other, and both mostly wait for the disk.
    BrokerPorts kafka = new BrokerPorts(ports.kafka(), FreePort.any());
    parts.startTogether(
        List.of(
            new Part("Kafka", () -> servers.broker(data.resolve("kafka"), kafka)),
            new Part(
                "Postgres",
                () -> servers.database(postgres, ports.postgres(), secrets.postgres()))));
    startPrograms(new PartEnvironments(settings, secrets, data.resolve("state").toString()));
    Readiness.await(programs, gatewayUrl(), PATIENCE);
    // The last to be held is the first to be closed, before the slow ones.
    parts.holds("announcement of the stop", data::announceStop);
  }

  private void startPrograms(PartEnvironments environments) throws Exception {
    // The worker first: it makes the topics that the others read.
    parts.start(
        program(
            "worker",
            new BookingWorker(environments.worker(), onlooker::workerFailed),
            "worker.yml"));
    parts.startTogether(
        List.of(
            program("gateway", new BookingGateway(environments.gateway()), "gateway.yml"),
            program("sandbox", new Sandbox(environments.sandbox()), "sandbox.yml")));
  }

  private Part program(String name, Application<?> application, String file) {
    return new Part(
        name,
        () -> {
          RunningApplication program = RunningApplication.start(application, file);
          programs.add(program);
          return program;
        });
  }
}
