package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The gateway's role reads and can do nothing else, whatever it tries. */
class ReaderRoleTest {

  static final List<String> READABLE =
      List.of(
          "rooms",
          "timeslots",
          "bookings",
          "payments",
          "refunds",
          "requests",
          "projection_progress");

  static final List<String> REFUSED =
      List.of(
          "INSERT INTO requests VALUES ('x', 1, 'accepted', NULL, NULL, NULL, NULL, now())",
          "UPDATE bookings SET user_id = 1",
          "DELETE FROM bookings",
          "TRUNCATE bookings",
          "SELECT * FROM bookings FOR UPDATE",
          "BEGIN; LOCK TABLE bookings IN ACCESS EXCLUSIVE MODE",
          "DROP TABLE bookings",
          "ALTER TABLE bookings ADD COLUMN x int",
          "CREATE TABLE mine (id int)",
          "CREATE TABLE public.mine (id int)",
          "CREATE SCHEMA mine",
          "CREATE INDEX mine ON bookings (id)",
          "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "CREATE EXTENSION postgres_fdw",
          "SELECT * FROM booking_events",
          "SELECT * FROM flyway_schema_history",
          "UPDATE projection_progress SET next_offset = 0",
          "SET ROLE postgres",
          "SET SESSION AUTHORIZATION postgres",
          "GRANT ALL ON bookings TO booking_reader; DELETE FROM bookings",
          "ALTER ROLE reader_login SUPERUSER",
          "COPY bookings TO '/tmp/stolen'",
          "SET default_transaction_read_only = off; DELETE FROM rooms");

  private static TestDatabase database;

  @BeforeAll
  static void login() {
    database = TestDatabase.migrated(ReaderRoleTest.class);
    database.execute("DROP ROLE IF EXISTS reader_login");
    database.execute("CREATE ROLE reader_login LOGIN PASSWORD 'reader' IN ROLE booking_reader");
  }

  @ParameterizedTest
  @FieldSource("READABLE")
  void reads(String table) {
    assertThatCode(() -> asReader("SELECT * FROM " + table)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void isRefused(String sql) {
    assertThatThrownBy(() -> asReader(sql))
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
  }

  private static void asReader(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.address().url(), "reader_login", "reader");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
