package booking.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The server's rule for who gets in: with a password, from loopback. A fresh data directory trusts
 * everybody on the machine, which would make the read-only role a mere habit.
 */
final class AccessByPassword {

  private static final String RULE = "host all all 127.0.0.1/32 scram-sha-256\n";

  private AccessByPassword() {}

  static void require(EmbeddedPostgres server, Path data, String superuserPassword)
      throws SQLException, IOException {
    Path rules = data.resolve("pg_hba.conf");
    if (Files.readString(rules).equals(RULE)) {
      return;
    }
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // The password first: with the rule but without it nobody could ever get in again.
      statement.execute(
          "ALTER ROLE postgres PASSWORD " + statement.enquoteLiteral(superuserPassword));
      Files.writeString(rules, RULE);
      statement.execute("SELECT pg_reload_conf()");
    }
  }
}
