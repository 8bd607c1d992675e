package booking.worker.readmodel;

import booking.local.machine.FolderTree;
import booking.local.machine.FreePort;
import booking.local.postgres.DatabaseServer;
import booking.local.postgres.PostgresLogins;
import booking.local.server.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A schema of its own, with the read model's tables, in the one Postgres of this JVM. */
final class TestDatabase {

  static final List<String> TABLES =
      List.of(
          "rooms",
          "timeslots",
          "bookings",
          "payments",
          "refunds",
          "requests",
          "booking_events",
          "projection_progress");

  static final PostgresLogins LOGINS = new PostgresLogins("superuser", "worker", "gateway");

  private static final class Shared {
    static final DatabaseServer POSTGRES = start();

    private static DatabaseServer start() {
      try {
        Path target = Files.createDirectories(Path.of("target"));
        Path directory = Files.createTempDirectory(target, "postgres-");
        DatabaseServer server = Servers.ofTests().database(directory, FreePort.any(), LOGINS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, directory), "stop"));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void stop(DatabaseServer server, Path directory) {
      try {
        server.close();
        FolderTree.delete(directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final PostgresAddress address;

  private TestDatabase(PostgresAddress address) {
    this.address = address;
  }

  /** A schema with no tables yet. */
  static TestDatabase empty(String schema) {
    return new TestDatabase(asSuperuser(Shared.POSTGRES, schema));
  }

  /** A schema with the tables, and nothing in them. */
  static TestDatabase migrated(Class<?> test) {
    TestDatabase database = empty(test.getSimpleName().toLowerCase(Locale.ROOT));
    Migration.run(database.address());
    database.clear();
    return database;
  }

  /** A schema in a database that lets in whatever roles a test makes. */
  private static PostgresAddress asSuperuser(DatabaseServer server, String schema) {
    String url = server.url().replaceFirst("/booking$", "/postgres?currentSchema=" + schema);
    return new PostgresAddress(url, "postgres", Optional.of(LOGINS.superuser()));
  }

  PostgresAddress address() {
    return address;
  }

  ReadModelWriter writer() {
    return new ReadModelWriter(address.forBatches());
  }

  Jdbi jdbi() {
    return Jdbi.create(address.forMigration());
  }

  void clear() {
    execute("TRUNCATE " + String.join(", ", TABLES));
  }

  void execute(String sql) {
    jdbi().useHandle(handle -> handle.execute(sql));
  }

  /** Everything in the tables, table by table, in one order. */
  Map<String, List<String>> dump() {
    return jdbi()
        .withHandle(
            handle -> {
              Map<String, List<String>> dump = new TreeMap<>();
              TABLES.forEach(table -> dump.put(table, rows(handle, table)));
              return dump;
            });
  }

  /** The rows of one table as JSON, in one order. */
  List<String> rows(String table) {
    return jdbi().withHandle(handle -> rows(handle, table));
  }

  private static List<String> rows(Handle handle, String table) {
    handle.execute("SET TIME ZONE 'UTC'");
    return handle
        .createQuery("SELECT to_json(t)::text AS json FROM " + table + " AS t ORDER BY json")
        .mapTo(String.class)
        .list();
  }
}
