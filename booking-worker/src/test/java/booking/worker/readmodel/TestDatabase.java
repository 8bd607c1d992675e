package booking.worker.readmodel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  private static final class Shared {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
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
    String url = "jdbc:postgresql://127.0.0.1:%d/postgres?currentSchema=%s";
    return new TestDatabase(
        new PostgresAddress(
            url.formatted(Shared.POSTGRES.getPort(), schema), "postgres", Optional.of("postgres")));
  }

  /** A schema with the tables, and nothing in them. */
  static TestDatabase migrated(Class<?> test) {
    TestDatabase database = empty(test.getSimpleName().toLowerCase(Locale.ROOT));
    Migration.run(database.address());
    database.clear();
    return database;
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
