package booking.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.local.machine.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

  private static final PostgresLogins LOGINS = new PostgresLogins("s", "w", "g");

  @TempDir private Path directory;

  @Test
  void whatTheWorkerWroteIsThereAfterARestart() throws Exception {
    try (LocalPostgres postgres = start()) {
      execute(postgres, "booking_worker", "w", "CREATE TABLE kept AS SELECT 7 AS seven");
    }
    try (LocalPostgres postgres = start()) {
      assertThat(query(postgres, "SELECT seven FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void aServerThatAKilledProcessLeftBehindIsReplaced() throws Exception {
    LocalPostgres abandoned = start();
    execute(abandoned, "booking_worker", "w", "CREATE TABLE kept AS SELECT 7 AS seven");
    ProcessHandle leftover = abandoned.postmaster().orElseThrow().process();

    LocalPostgres.stopLeftover(directory);

    assertThat(leftover.isAlive()).isFalse();
    // Only lets go of the lock that the library keeps on the directory.
    abandoned.close();
    try (LocalPostgres postgres = start()) {
      assertThat(query(postgres, "SELECT seven FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void anotherProgramWithThePidOfADeadServerIsLeftAlone() throws Exception {
    Path data = Files.createDirectories(directory.resolve("data"));
    String pid = Long.toString(ProcessHandle.current().pid());
    Files.writeString(data.resolve("postmaster.pid"), pid + "\n" + data + "\n");

    LocalPostgres.stopLeftover(directory);

    assertThat(data.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void aFirstStartThatWasCutShortIsBegunAnew() throws Exception {
    Path data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "18\n");

    try (LocalPostgres postgres = start()) {
      assertThat(query(postgres, "SELECT 7")).isEqualTo("7");
    }
  }

  @Test
  void itLetsInWhoHasThePasswordAndIsAsDurableAsInProduction() throws Exception {
    try (LocalPostgres postgres = start()) {
      assertThatThrownBy(() -> execute(postgres, "booking_gateway", "w", "SELECT 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
      assertThatThrownBy(() -> execute(postgres, "postgres", "w", "SELECT 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");

      execute(postgres, "booking_gateway", "g", "SELECT 1");
      assertThatThrownBy(
              () -> execute(postgres, "booking_gateway", "g", "CREATE TABLE mine (id int)"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () -> execute(postgres, "booking_gateway", "g", "CREATE TEMP TABLE mine (id int)"))
          .hasMessageContaining("permission denied");

      assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
      assertThat(query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(postgres, "SHOW server_version")).startsWith("18.");
    }
  }

  private LocalPostgres start() throws Exception {
    return LocalPostgres.start(directory, FreePort.any(), LOGINS);
  }

  private static void execute(LocalPostgres postgres, String user, String password, String sql)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.url(), user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.url(), "booking_worker", "w");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
