package booking.local;

import booking.local.checker.Database;
import booking.local.checker.RunningSystem;
import booking.local.machine.FreePort;
import booking.local.postgres.LocalPostgres;
import booking.local.server.EmbeddedServers;
import booking.local.server.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A whole system of a test's own: on free ports, with its data in a new folder below target, with
 * clients that hold the tokens they need.
 */
final class TestSystem implements AutoCloseable {

  private static final String API = "/api/v1";
  private static final long ADMIN = 1;

  private final LocalSettings settings;
  private final Servers servers;
  private LocalSystem system;

  TestSystem() {
    this(Map.of());
  }

  /** With settings of worker or gateway that differ from their defaults. */
  TestSystem(Map<String, String> environment) {
    this(new LocalSettings(newFolder(), freePorts(), environment));
  }

  TestSystem(LocalSettings settings) {
    this(settings, Servers.ofTests());
  }

  private TestSystem(LocalSettings settings, Servers servers) {
    this.settings = settings;
    this.servers = servers;
    this.system = new LocalSystem(settings, new QuietOnlooker(), servers);
  }

  /** One for a test of what its servers keep, or of their processes: these are never containers. */
  static TestSystem embedded() {
    return new TestSystem(
        new LocalSettings(newFolder(), freePorts(), Map.of()), new EmbeddedServers());
  }

  LocalSettings settings() {
    return settings;
  }

  void start() {
    try {
      system.start();
    } catch (StartupFailure failed) {
      throw new AssertionError(failed);
    }
  }

  /** Ends what runs, cleanly, and starts it again on the same data and ports. */
  void restart() {
    system.close();
    system = new LocalSystem(settings, new QuietOnlooker(), servers);
    start();
  }

  String gatewayUrl() {
    return "http://localhost:" + settings.ports().gateway();
  }

  String sandboxUrl() {
    return "http://localhost:" + settings.ports().sandbox();
  }

  /** Nobody in particular, at the API. */
  Http anyone() {
    return new Http(gatewayUrl() + API);
  }

  Http user(long userId) {
    return anyone().with("Authorization", "Bearer " + token(userId, false));
  }

  Http admin() {
    return anyone().with("Authorization", "Bearer " + token(ADMIN, true));
  }

  Http sandbox() {
    return new Http(sandboxUrl());
  }

  Http workerAdmin() {
    return new Http("http://localhost:" + settings.ports().workerAdmin());
  }

  Http gatewayAdmin() {
    return new Http("http://localhost:" + settings.ports().gatewayAdmin());
  }

  LocalKafka kafka() {
    return new LocalKafka("127.0.0.1:" + settings.ports().kafka());
  }

  /** This system as the checker sees it: its raw topics and its raw tables. */
  RunningSystem underCheck() {
    try {
      LocalSecrets secrets = LocalSecrets.keptIn(settings.data().resolve("secrets.properties"));
      return new RunningSystem(
          "127.0.0.1:" + settings.ports().kafka(),
          new Database(
              LocalPostgres.url(settings.ports().postgres()),
              "booking_worker",
              secrets.postgres().worker()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Rooms and slots to book in. */
  Premises premises() {
    return new Premises(admin());
  }

  /** Leaves of the data folder only the logs. */
  @Override
  public void close() {
    system.close();
    LogsOnly.keepIn(settings.data());
  }

  static Path newFolder() {
    try {
      Path systems = Files.createDirectories(Path.of("target", "systems"));
      return Files.createTempDirectory(systems, "data-").toAbsolutePath();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static LocalPorts freePorts() {
    return new LocalPorts(
        FreePort.any(),
        FreePort.any(),
        FreePort.any(),
        FreePort.any(),
        FreePort.any(),
        FreePort.any());
  }

  private String token(long userId, boolean admin) {
    return sandbox()
        .post("/tokens", "{\"userId\":%d,\"admin\":%s}".formatted(userId, admin))
        .text("token");
  }

  /** Hears nothing but the worst. */
  static final class QuietOnlooker implements Onlooker {

    @Override
    public void say(String line) {
      // Nobody reads it.
    }

    @Override
    public void workerFailed(Throwable cause) {
      throw new AssertionError("The worker failed", cause);
    }
  }
}
