package booking.local.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database and who may do what in it: the worker owns it, the gateway reads as a member of
 * {@code booking_reader}, which the worker's migrations grant SELECT to.
 */
public final class PostgresRoles {

  private static final int WORKER_CONNECTIONS = 20;
  // Three gateways with their pools of ten, and two more for what each asks for all.
  private static final int GATEWAY_CONNECTIONS = 40;

  private PostgresRoles() {}

  /** Makes what is missing, and sets the passwords; harmless to repeat. */
  public static void prepare(Connection superuser, PostgresLogins logins) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      create(statement, "booking_reader");
      create(statement, "booking_worker");
      create(statement, "booking_gateway");
      login(statement, "booking_worker", WORKER_CONNECTIONS, logins.worker());
      login(statement, "booking_gateway", GATEWAY_CONNECTIONS, logins.gateway());
      statement.execute("GRANT booking_reader TO booking_gateway");
      if (isMissing(statement, "pg_database WHERE datname = '" + LocalPostgres.DATABASE + "'")) {
        statement.execute("CREATE DATABASE " + LocalPostgres.DATABASE + " OWNER booking_worker");
      }
      // By default anybody may make temporary tables.
      statement.execute("REVOKE ALL ON DATABASE " + LocalPostgres.DATABASE + " FROM PUBLIC");
      statement.execute(
          "GRANT CONNECT ON DATABASE " + LocalPostgres.DATABASE + " TO booking_reader");
    }
  }

  private static void create(Statement statement, String role) throws SQLException {
    if (isMissing(statement, "pg_roles WHERE rolname = '" + role + "'")) {
      statement.execute("CREATE ROLE " + role + " NOLOGIN");
    }
  }

  private static void login(Statement statement, String role, int connections, String password)
      throws SQLException {
    statement.execute(
        "ALTER ROLE %s LOGIN CONNECTION LIMIT %d PASSWORD %s"
            .formatted(role, connections, statement.enquoteLiteral(password)));
  }

  private static boolean isMissing(Statement statement, String rows) throws SQLException {
    try (ResultSet found = statement.executeQuery("SELECT FROM " + rows)) {
      return !found.next();
    }
  }
}
