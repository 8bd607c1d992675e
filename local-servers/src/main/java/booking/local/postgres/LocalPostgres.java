package booking.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A Postgres 18 server in a process of its own, on loopback, with its data kept in one directory.
 *
 * <p>Durable as in production (fsync and synchronous commit on), small as on a laptop. It owns
 * {@code directory/data} and {@code directory/binaries}.
 */
public final class LocalPostgres implements DatabaseServer {

  static final String DATABASE = "booking";

  private static final String HOST = "127.0.0.1";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", HOST,
          // The library starts Postgres with fsync off; the last word on the command line wins.
          "fsync", "on",
          "synchronous_commit", "on",
          "max_connections", "60",
          "shared_buffers", "64MB",
          // A socket file in a shared folder would collide with other installations.
          "unix_socket_directories", "");

  private final EmbeddedPostgres server;
  private final Path data;

  private LocalPostgres(EmbeddedPostgres server, Path data) {
    this.server = server;
    this.data = data;
  }

  /**
   * Starts the server and returns when the database and its roles are there. A server that a killed
   * predecessor left running on the directory is stopped first.
   *
   * @param directory its own; made if it is not there
   */
  public static LocalPostgres start(Path directory, int port, PostgresLogins logins)
      throws IOException, SQLException {
    Path data = Files.createDirectories(directory).toRealPath().resolve("data");
    Path binaries = directory.toRealPath().resolve("binaries");
    stopLeftover(directory);
    HalfMade.removeUnlessMarked(data, directory.resolve("data-is-whole"));
    HalfMade.removeUnlessMarked(binaries, directory.resolve("binaries-are-whole"));
    EmbeddedPostgres server = launch(directory, port, logins);
    LocalPostgres postgres = new LocalPostgres(server, data);
    try (Connection superuser = server.getPostgresDatabase().getConnection()) {
      PostgresRoles.prepare(superuser, logins);
      AccessByPassword.require(server, data, logins.superuser());
    } catch (SQLException | IOException | RuntimeException failed) {
      postgres.close();
      throw failed;
    }
    HalfMade.mark(directory.resolve("data-is-whole"));
    HalfMade.mark(directory.resolve("binaries-are-whole"));
    return postgres;
  }

  /** Stops a server that still runs on the directory although nobody of ours watches it. */
  public static void stopLeftover(Path directory) throws IOException {
    Path data = directory.resolve("data");
    Optional<Postmaster> leftover = Postmaster.on(data);
    if (leftover.isPresent()) {
      leftover.get().stop();
    }
    // Its pid may by now be another program's, which Postgres would take for a running server.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  /** Where the database of a server on this port is for JDBC, without user and password. */
  public static String url(int port) {
    return "jdbc:postgresql://" + HOST + ":" + port + "/" + DATABASE;
  }

  @Override
  public String url() {
    return url(server.getPort());
  }

  /** The server's main process, empty once it has ended. */
  public Optional<Postmaster> postmaster() throws IOException {
    return Postmaster.on(data);
  }

  /** Stops cleanly; returns when the process is gone. */
  @Override
  public void close() throws IOException {
    server.close();
    // The library gives a stop five seconds and then only logs that it took longer.
    Optional<Postmaster> stubborn = postmaster();
    if (stubborn.isPresent()) {
      stubborn.get().stop();
    }
  }

  private static EmbeddedPostgres launch(Path directory, int port, PostgresLogins logins)
      throws IOException {
    Path home = directory.toRealPath();
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(home.resolve("data"))
            .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setErrorRedirector(Redirect.appendTo(home.resolve("postgres.log").toFile()))
            .setOutputRedirector(Redirect.appendTo(home.resolve("postgres.log").toFile()))
            .setLocaleConfig("locale", "C.UTF-8")
            .setConnectConfig("password", logins.superuser());
    SETTINGS.forEach(builder::setServerConfig);
    return builder.start();
  }
}
