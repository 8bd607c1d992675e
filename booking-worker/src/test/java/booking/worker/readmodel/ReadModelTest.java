package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import booking.local.machine.FreePort;
import booking.local.postgres.DatabaseServer;
import booking.local.postgres.LocalPostgres;
import booking.local.server.EmbeddedServers;
import booking.local.server.Servers;
import booking.schemas.Topics;
import booking.worker.readmodel.ReadModelStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The thread: from the migration to the end, also while Postgres comes and goes. */
class ReadModelTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private final FakeKafka kafka = new FakeKafka();

  @Test
  void startedItMigratesAndFollowsAndClosedItEnds() {
    TestDatabase database = TestDatabase.empty("read_model_test");
    database.execute("DROP SCHEMA IF EXISTS read_model_test CASCADE");
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, new SlotStory(1001).created().held(1, 7).events());
    ReadModel readModel = readModel(database.address());
    try (readModel) {
      readModel.start();
      follow();
      await().until(() -> readModel.status().state() == State.FOLLOWING);
      assertThat(database.rows("bookings")).hasSize(1);
      assertThat(readModel.batches()).isEqualTo(1);
      assertThat(readModel.rows()).isEqualTo(5);
      assertThat(readModel.retries()).isZero();
    }
    assertThat(readModel.status().state()).isEqualTo(State.CLOSED);
    assertThat(kafka.closed()).isTrue();
  }

  @Test
  void unreadableRecordStopsItAndItSaysSoEvenAfterItsClosing() {
    TestDatabase database = TestDatabase.migrated(ReadModelTest.class);
    kafka.append(FakeKafka.EVENTS, 0, new byte[] {0, 0, 0, 0, 1});
    ReadModel readModel = readModel(database.address());
    try (readModel) {
      readModel.start();
      follow();
      await().until(() -> readModel.status().state() == State.STOPPED);
      assertThat(readModel.status().reason())
          .contains("unreadable topic=booking-events partition=0 offset=0");
    }
    assertThat(readModel.status().state()).isEqualTo(State.STOPPED);
    assertThat(database.rows("projection_progress"))
        .containsExactly("{\"topic\":\"booking-events\",\"partition\":0,\"next_offset\":0}");
  }

  @Test
  void migrationThatCannotBeDoneStopsIt() {
    TestDatabase database = TestDatabase.empty("not_ours");
    database.execute("DROP SCHEMA IF EXISTS not_ours CASCADE");
    database.execute("CREATE SCHEMA not_ours");
    database.execute("CREATE TABLE not_ours.rooms (of_somebody_else int)");
    try (ReadModel readModel = readModel(database.address())) {
      readModel.start();
      await().until(() -> readModel.status().state() == State.STOPPED);
    }
  }

  @Test
  void closingItDoesNotWaitForAPostgresThatIsNotThere() {
    ReadModel readModel = readModel(address(FreePort.any()));
    readModel.start();
    await().until(() -> readModel.status().state() == State.WAITING);
    assertTimeout(Duration.ofSeconds(5), readModel::close);
    assertThat(readModel.status().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void itMayBeClosedWithoutHavingBeenStarted() {
    ReadModel readModel = readModel(TestDatabase.empty("never").address());
    readModel.close();
    assertThat(readModel.status().state()).isEqualTo(State.STARTING);
  }

  @Test
  void publicOneIsMadeOfItsSettings() {
    ReadModelSettings settings =
        new ReadModelSettings(
            TestDatabase.migrated(ReadModelTest.class).address(),
            Map.of("bootstrap.servers", "127.0.0.1:1", "group.id", "read-model"),
            500);
    try (ReadModel readModel = new ReadModel(settings, new Wire().deserializer(), CLOCK)) {
      readModel.start();
      await()
          .during(Duration.ofMillis(300))
          .until(() -> readModel.status().state() == State.STARTING);
    }
  }

  @Test
  void postgresMayComeLateAndGoAndComeBack(@TempDir Path data) throws Exception {
    // One that keeps its data, which a container does not.
    Servers servers = new EmbeddedServers();
    int port = FreePort.any();
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, new SlotStory(1001).created().events());
    try (ReadModel readModel = readModel(address(port))) {
      readModel.start();
      await().until(() -> readModel.status().state() == State.WAITING);

      try (DatabaseServer postgres = servers.database(data, port, TestDatabase.LOGINS)) {
        follow();
        await().until(() -> rows(postgres) == 1);
      }
      kafka.append(Topics.BOOKING_EVENTS, 0, 1, new SlotStory(1002).created().events());
      await().until(() -> readModel.status().state() == State.WAITING);
      long retries = readModel.retries();
      await().until(() -> readModel.retries() > retries + 2);
      assertThat(kafka.paused()).containsExactly(FakeKafka.EVENTS);

      try (DatabaseServer postgres = servers.database(data, port, TestDatabase.LOGINS)) {
        await().until(() -> rows(postgres) == 2);
        await().until(() -> readModel.status().state() == State.FOLLOWING);
        assertThat(readModel.status().lastCommit()).contains(Instant.EPOCH);
      }
    }
  }

  private ReadModel readModel(PostgresAddress postgres) {
    return new ReadModel(postgres, new RowReader(new Wire().deserializer()), CLOCK, () -> kafka);
  }

  private void follow() {
    await().until(() -> !kafka.subscription().isEmpty());
    kafka.schedulePollTask(() -> kafka.rebalance(List.of(FakeKafka.EVENTS)));
  }

  private static PostgresAddress address(int port) {
    return new PostgresAddress(
        LocalPostgres.url(port), "booking_worker", Optional.of(TestDatabase.LOGINS.worker()));
  }

  private static int rows(DatabaseServer postgres) {
    return Jdbi.create(postgres.url(), "booking_worker", TestDatabase.LOGINS.worker())
        .withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM timeslots").mapTo(Integer.class).one());
  }
}
