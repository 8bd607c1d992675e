package booking.local.faults.postgres;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** B9: the gateway's login tries everything but to read. */
final class ReaderWrites {

  private static final List<String> TABLES =
      List.of(
          "rooms",
          "timeslots",
          "bookings",
          "payments",
          "refunds",
          "requests",
          "booking_events",
          "projection_progress");

  private static final List<String> ON_A_TABLE =
      List.of(
          "DELETE FROM %s",
          "TRUNCATE %s",
          "DROP TABLE %s",
          "ALTER TABLE %s ADD COLUMN mine text",
          "INSERT INTO %s DEFAULT VALUES",
          "CREATE INDEX ON %s ((1))",
          "GRANT ALL ON %s TO PUBLIC",
          "LOCK TABLE %s IN ACCESS EXCLUSIVE MODE",
          "COPY %s FROM PROGRAM 'true'",
          "SELECT * FROM %s FOR UPDATE",
          "CREATE TRIGGER mine BEFORE INSERT ON %s EXECUTE FUNCTION"
              + " suppress_redundant_updates_trigger()");

  private static final List<String> BESIDES =
      List.of(
          "UPDATE bookings SET status = 'confirmed'",
          "UPDATE projection_progress SET next_offset = 0",
          "CREATE TABLE mine (id int)",
          "CREATE TEMPORARY TABLE mine (id int)",
          "CREATE SCHEMA mine",
          "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "CREATE EXTENSION dblink",
          "SET ROLE booking_worker",
          "SET ROLE postgres",
          "SET SESSION AUTHORIZATION booking_worker",
          "ALTER ROLE booking_gateway SUPERUSER",
          "ALTER ROLE booking_worker PASSWORD 'mine'",
          "ALTER SYSTEM SET fsync = off",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'booking_worker'",
          "SELECT pg_read_file('pg_hba.conf')",
          "SELECT lo_import('/etc/hosts')",
          "DROP DATABASE booking");

  /** What Postgres does not even look at within a transaction. */
  private static final List<String> ALONE = List.of("ALTER SYSTEM", "DROP DATABASE");

  private static final String DONE = "done";

  /** For want of a right, or nothing was granted; other refusals would say nothing of rights. */
  private static final Set<String> DENIED = Set.of("42501", "01007");

  private ReaderWrites() {}

  static Fault fault() {
    return Row.of("B9", "the gateway's login writes", Times.each(1, 1), ReaderWrites::strike);
  }

  private static Strike strike(Scene scene) throws SQLException {
    List<String> statements =
        Stream.concat(
                TABLES.stream()
                    .flatMap(table -> ON_A_TABLE.stream().map(sql -> sql.formatted(table))),
                BESIDES.stream())
            .toList();
    letOneMoreIn(scene);
    List<String> done = new ArrayList<>();
    List<String> notTried = new ArrayList<>();
    try (Psql psql = Psql.gateway(scene.cluster())) {
      // A default that a session may change is no barrier: it is taken away first.
      psql.run("SET default_transaction_read_only = off");
      for (String statement : statements) {
        String end = tried(psql, statement);
        if (end.equals(DONE)) {
          done.add(statement);
        } else if (!DENIED.contains(end)) {
          notTried.add(end + " " + statement);
        }
      }
    }
    return Strike.plain()
        .with("%d of %d statements succeeded".formatted(done.size(), statements.size()))
        .mustHold(done.isEmpty(), "the gateway's login could " + done)
        .mustHold(notTried.isEmpty(), "not refused for want of a right: " + notTried);
  }

  /** The gateways themselves take all connections that their login may have. */
  private static void letOneMoreIn(Scene scene) throws SQLException {
    try (Psql psql = Psql.superuser(scene.cluster())) {
      psql.run("ALTER ROLE booking_gateway CONNECTION LIMIT 40");
    }
  }

  /** How it ended: done, or the state by which Postgres names the refusal. */
  private static String tried(Psql psql, String statement) throws SQLException {
    boolean alone = ALONE.stream().anyMatch(statement::startsWith);
    if (!alone) {
      psql.begin();
    }
    try {
      psql.run(statement);
      return DONE;
    } catch (SQLException refused) {
      return String.valueOf(refused.getSQLState());
    } finally {
      if (!alone) {
        psql.rollBack();
      }
    }
  }
}
