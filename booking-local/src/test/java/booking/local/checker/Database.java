package booking.local.checker;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the tables are, and a login that may read all of them. */
public record Database(String url, String user, String password) {

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Says nothing of the password, so that no log does. */
  @Override
  public String toString() {
    return url;
  }
}
