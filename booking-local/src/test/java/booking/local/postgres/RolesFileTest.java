package booking.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.machine.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roles that a deployment makes are those that everything is tested with. */
class RolesFileTest {

  private static final Path FILE = Path.of("..", "deploy", "postgres", "roles.sql");

  private static final List<String> WHAT_IS_THERE =
      List.of(
          """
          SELECT rolname || rolcanlogin || rolconnlimit || rolinherit || rolsuper || rolcreatedb
          FROM pg_roles WHERE rolname LIKE 'booking%' ORDER BY rolname""",
          """
          SELECT pg_get_userbyid(member) || ' in ' || pg_get_userbyid(roleid) || admin_option
          FROM pg_auth_members WHERE pg_get_userbyid(roleid) LIKE 'booking%' ORDER BY 1""",
          """
          SELECT pg_get_userbyid(datdba) || datacl::text
          FROM pg_database WHERE datname = 'booking'""");

  @TempDir private Path directory;

  @Test
  void theFileMakesTheSameRolesAndTheSameDatabase() throws Exception {
    PostgresLogins logins = new PostgresLogins("s", "w", "g");
    try (LocalPostgres postgres = LocalPostgres.start(directory, FreePort.any(), logins)) {
      String server = postgres.url().replaceAll("/booking$", "/postgres");
      try (Connection superuser = DriverManager.getConnection(server, "postgres", "s")) {
        List<String> made = whatIsThere(superuser);
        assertThat(made).hasSize(5);
        execute(superuser, "DROP DATABASE booking");
        for (String role : List.of("booking_gateway", "booking_reader", "booking_worker")) {
          execute(superuser, "DROP ROLE " + role);
        }

        run(superuser, Map.of("worker_password", "it's new", "gateway_password", "g"));

        assertThat(whatIsThere(superuser)).isEqualTo(made);
      }
      DriverManager.getConnection(postgres.url(), "booking_worker", "it's new").close();
      DriverManager.getConnection(postgres.url(), "booking_gateway", "g").close();
    }
  }

  /** As psql would: variables are put in as literals, and nothing is sent twice. */
  private static void run(Connection superuser, Map<String, String> passwords) throws Exception {
    String script =
        Files.readString(FILE).replaceAll("(?m)^--.*$", "").replaceAll("(?m)^\\\\getenv.*$", "");
    for (Map.Entry<String, String> password : passwords.entrySet()) {
      assertThat(script).contains(":'" + password.getKey() + "'");
      String literal = "'" + password.getValue().replace("'", "''") + "'";
      script = script.replace(":'" + password.getKey() + "'", literal);
    }
    for (String statement : script.strip().split(";\\s*")) {
      execute(superuser, statement);
    }
  }

  private static List<String> whatIsThere(Connection superuser) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String query : WHAT_IS_THERE) {
      try (Statement statement = superuser.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  private static void execute(Connection superuser, String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
