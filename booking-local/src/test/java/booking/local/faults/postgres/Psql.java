package booking.local.faults.postgres;

import booking.local.faults.cluster.Cluster;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A session of somebody at the database who knows SQL. */
final class Psql implements AutoCloseable {

  private static final String NOTHING_GRANTED = "01007";

  private final Connection connection;

  private Psql(Connection connection) {
    this.connection = connection;
  }

  static Psql superuser(Cluster cluster) throws SQLException {
    return as(cluster, "postgres", cluster.logins().superuser());
  }

  static Psql gateway(Cluster cluster) throws SQLException {
    return as(cluster, "booking_gateway", cluster.logins().gateway());
  }

  private static Psql as(Cluster cluster, String user, String password) throws SQLException {
    return new Psql(DriverManager.getConnection(cluster.jdbcUrl(), user, password));
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      // Who may not grant is only warned.
      if (statement.getWarnings() != null
          && NOTHING_GRANTED.equals(statement.getWarnings().getSQLState())) {
        throw statement.getWarnings();
      }
    }
  }

  /** The first column of the first row. */
  String ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  /** What follows is one transaction until {@link #rollBack}. */
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  void rollBack() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
