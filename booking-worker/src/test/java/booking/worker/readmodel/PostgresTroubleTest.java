package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTroubleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "08003", "28P01", "3D000", "40001", "40P01", "53100", "53300", "55P03",
        "57014", "57P01", "57P02", "57P03", "58030", "25006", "25P03"
      })
  void passes(String state) {
    assertThat(PostgresTrouble.passes(failure(state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"23505", "23514", "23P01", "23502", "22003", "22021", "42P01", "42501", "54000"})
  void doesNotPass(String state) {
    assertThat(PostgresTrouble.passes(failure(state))).isFalse();
  }

  @Test
  void failureOutsidePostgresDoesNotPass() {
    assertThat(PostgresTrouble.passes(new IllegalStateException("a bug"))).isFalse();
    assertThat(PostgresTrouble.passes(new RuntimeException(new SQLException("no state"))))
        .isFalse();
  }

  @Test
  void nobodyListeningPasses() {
    PostgresAddress nobody =
        new PostgresAddress("jdbc:postgresql://127.0.0.1:1/booking", "worker", Optional.empty());
    assertThat(PostgresTrouble.passes(catchThrowable(() -> Migration.run(nobody)))).isTrue();
    try (ReadModelWriter writer = new ReadModelWriter(nobody.forBatches())) {
      assertThat(PostgresTrouble.passes(catchThrowable(writer::progress))).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void aServerThatStandsStillIsNotWaitedForForEver() throws IOException {
    try (ServerSocket standing = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      PostgresAddress silent =
          new PostgresAddress(
              "jdbc:postgresql://127.0.0.1:%d/booking".formatted(standing.getLocalPort()),
              "worker",
              Optional.empty());

      Throwable failure = catchThrowable(() -> Jdbi.create(silent.forMigration()).open());

      assertThat(PostgresTrouble.passes(failure)).isTrue();
    }
  }

  @Test
  void rowsLockedForTooLongPass() {
    TestDatabase database = TestDatabase.migrated(PostgresTroubleTest.class);
    try (ReadModelWriter writer = database.writer();
        Handle other = database.jdbi().open()) {
      writer.begin(Map.of(Batches.EVENTS, 0L));
      other.begin();
      other.execute("SELECT * FROM projection_progress FOR UPDATE");
      Batch batch = new Batches(writer).batch(new SlotStory(1001).created().events());

      Throwable failure = catchThrowable(() -> writer.write(batch));

      assertThat(Reason.of(failure)).contains("lock timeout");
      assertThat(PostgresTrouble.passes(failure)).isTrue();
      other.rollback();
    }
  }

  @Test
  void sessionsHaveTheirLimits() {
    Jdbi jdbi = Jdbi.create(TestDatabase.empty("public").address().forBatches());
    assertThat(setting(jdbi, "statement_timeout")).isEqualTo("5s");
    assertThat(setting(jdbi, "lock_timeout")).isEqualTo("2s");
    assertThat(setting(jdbi, "idle_in_transaction_session_timeout")).isEqualTo("10s");
    assertThat(setting(jdbi, "application_name")).isEqualTo("booking-read-model");
  }

  private static String setting(Jdbi jdbi, String name) {
    return jdbi.withHandle(handle -> handle.createQuery("SHOW " + name).mapTo(String.class).one());
  }

  private static RuntimeException failure(String state) {
    return new RuntimeException(new SQLException("told by the server", state));
  }
}
