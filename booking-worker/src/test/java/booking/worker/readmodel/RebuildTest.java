package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.BookingEvent;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.Topics;
import booking.worker.operator.NotDoneException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild replaces every row by what the events say, and nobody who is at work is disturbed. */
class RebuildTest {

  private static final SlotStory STORY =
      new SlotStory(1001).created().held(1, 7).paid(1).held(2, 8).cancelledByUser(1).expired(2);
  private static final BookingEvent NEXT = new SlotStory(2001).created().last();
  private static final RecordedLog LOG =
      RecordedLog.of(STORY.events(), new CatalogStory().created(1, "Blue").events());
  private static final String DAMAGE =
      "UPDATE timeslots SET held = 2; DELETE FROM bookings; UPDATE rooms SET name = 'Red'";

  private static final String INDEXES_BEING_MADE =
      "SELECT indexname FROM pg_indexes WHERE schemaname = 'rebuildtest_rebuild'";

  private final TestDatabase database = TestDatabase.migrated(RebuildTest.class);
  private final List<String> said = new ArrayList<>();
  private final ReadModelWriter writer = database.writer();
  private final Map<String, List<String>> right;

  RebuildTest() {
    LOG.follow(writer);
    right = database.dump();
  }

  @BeforeEach
  void readerThatLogsIn() {
    database.execute("DROP ROLE IF EXISTS rebuild_reader");
    database.execute("CREATE ROLE rebuild_reader LOGIN PASSWORD 'x' IN ROLE booking_reader");
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void wrongRowsAreRightAgainAndNothingIsLeftBehind() {
    database.execute(DAMAGE);
    assertThat(database.dump()).isNotEqualTo(right);

    rebuild(LOG);

    assertThat(database.dump()).isEqualTo(right);
    assertThat(schemas()).containsExactly("rebuildtest");
    // The migration of a worker that starts now has nothing to do, and does nothing.
    Migration.run(database.address());
    assertThat(database.dump()).isEqualTo(right);
  }

  @Test
  void theNewTablesHaveEveryIndexAndConstraintOfTheOldOnes() {
    // Not as the rebuild of another test left them.
    database.execute("DROP SCHEMA rebuildtest CASCADE");
    Migration.run(database.address());
    List<String> before = indexesAndConstraints();
    assertThat(before)
        .anyMatch(made -> made.contains("no_overlap_in_a_room EXCLUDE"))
        .anyMatch(made -> made.contains("INDEX bookings_newest"));

    rebuild(LOG);

    assertThat(indexesAndConstraints()).isEqualTo(before);
  }

  @Test
  void whoWaitsForIndexesHearsOfEachTableBeforeItGetsItsOwn() {
    List<Integer> indexes = new ArrayList<>();
    new Rebuild(
            database.address(),
            LOG.source(),
            line -> {
              said.add(line);
              if (line.matches("  \\d+ of \\w+")) {
                indexes.add(texts(INDEXES_BEING_MADE).size());
              }
            })
        .run();

    List<String> tables = said.stream().filter(line -> line.matches("  \\d+ of \\w+")).toList();
    assertThat(tables).anyMatch(line -> line.endsWith(" of bookings"));
    int made = 0;
    for (int i = 0; i < tables.size(); i++) {
      assertThat(indexes.get(i) - indexes.get(0)).as(tables.get(i)).isEqualTo(made);
      made += Integer.parseInt(tables.get(i).split(" ")[2]);
    }
    assertThat(said).contains("Making %d indexes …".formatted(made));
  }

  @Test
  void gatewaysAreGivenThePlansOfTablesThatAreFull() {
    rebuild(LOG);

    assertThat(texts("SELECT tablename FROM pg_stats WHERE schemaname = 'rebuildtest'"))
        .contains("rooms", "timeslots", "bookings", "requests", "booking_events");
  }

  @Test
  void rowsThatAConstraintForbidsAreNotSwappedIn() {
    BookingEvent other = new SlotStory(1009).created().last();
    TimeslotSnapshot meanwhile =
        TimeslotSnapshot.newBuilder(other.getTimeslotAfter())
            .setStartsAt(STORY.last().getTimeslotAfter().getStartsAt())
            .build();
    BookingEvent overlap = BookingEvent.newBuilder(other).setTimeslotAfter(meanwhile).build();
    RecordedLog wrong =
        LOG.with(
            kafka ->
                kafka.append(Topics.BOOKING_EVENTS, 0, STORY.events().size(), List.of(overlap)));

    assertThatThrownBy(() -> rebuild(wrong))
        .isInstanceOf(NotDoneException.class)
        .hasMessageContaining("no_overlap_in_a_room")
        .hasMessageEndingWith("Nothing was changed.");
    assertThat(database.dump()).isEqualTo(right);
    assertThat(schemas()).containsExactly("rebuildtest");
  }

  @Test
  void theReadModelGoesOnWithoutNoticing() {
    Batches live = batches();
    // As often as it takes until the driver keeps the statements on the server.
    for (int i = 0; i < 10; i++) {
      live.write(List.of(STORY.last()));
    }

    rebuild(LOG.with(kafka -> repeatLast(kafka, 10)));

    live.write(List.of(NEXT));
    assertThat(writer.progress()).containsEntry(FakeKafka.EVENTS, 17L);
    assertThat(database.rows("timeslots")).hasSize(2);
  }

  @Test
  void aReadModelThatLagsBehindIsTurnedAwayAndAsksAgain() {
    rebuild(longer());

    assertThatThrownBy(() -> batches().write(List.of(NEXT)))
        .isInstanceOf(ProgressMovedException.class);
    assertThat(writer.progress()).containsEntry(FakeKafka.EVENTS, 7L);
    assertThat(database.rows("timeslots")).hasSize(2);
  }

  @Test
  void whatTheLiveTablesShowedIsNeverGoneWhateverTheyDidMeanwhile() {
    RecordedLog longer = longer();
    AtomicBoolean moved = new AtomicBoolean();
    Rebuild rebuild =
        new Rebuild(
            database.address(),
            longer.source(),
            line -> {
              if (line.startsWith("Folded ") && moved.compareAndSet(false, true)) {
                longer.follow(writer);
              }
            });

    rebuild.run();

    assertThat(moved).isTrue();
    assertThat(database.rows("timeslots")).hasSize(2);
    assertThat(writer.progress()).containsEntry(FakeKafka.EVENTS, 7L);
  }

  @Test
  void tablesThatAreFurtherThanTheLogAreNotReplacedByWhatKnowsLess() {
    longer().follow(writer);
    Map<String, List<String>> shown = database.dump();

    assertThatThrownBy(() -> rebuild(LOG))
        .isInstanceOf(NotDoneException.class)
        .hasMessageContaining("if Kafka came back from a copy, empty the database");
    assertThat(database.dump()).isEqualTo(shown);
  }

  @Test
  void gatewaysReadAllTheTimeOnTheConnectionsThatTheyHave() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger reads = new AtomicInteger();
    CompletableFuture<Void> gateway = CompletableFuture.runAsync(() -> readUntil(done, reads));
    while (reads.get() < 10 && !gateway.isDone()) {
      Thread.onSpinWait();
    }

    for (int i = 0; i < 3; i++) {
      rebuild(LOG);
    }

    int before = reads.get();
    while (reads.get() < before + 10 && !gateway.isDone()) {
      Thread.onSpinWait();
    }
    done.set(true);
    assertThatCode(gateway::join).doesNotThrowAnyException();
  }

  private void readUntil(AtomicBoolean done, AtomicInteger reads) {
    String sql = "SELECT version FROM bookings JOIN requests ON booking_id = bookings.id";
    try (Connection connection = asReader("&prepareThreshold=1");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      while (!done.get()) {
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).isTrue();
          reads.incrementAndGet();
        }
      }
    } catch (SQLException disturbed) {
      throw new AssertionError(disturbed);
    }
  }

  @Test
  void aReaderThatHoldsATableIsWaitedForButHoldsUpNobodyElse() throws SQLException {
    database.execute(DAMAGE);
    try (Connection slow = asReader("");
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("SELECT * FROM bookings");
      Rebuild rebuild =
          new Rebuild(
              database.address(),
              LOG.source(),
              line -> {
                said.add(line);
                if (line.contains("somebody else holds the live tables")) {
                  commit(slow);
                }
              });

      rebuild.run();
    }
    assertThat(said).anyMatch(line -> line.contains("somebody else holds the live tables"));
    assertThat(database.dump()).isEqualTo(right);
  }

  @Test
  void everyGrantOnALiveTableIsGivenOnTheNewOne() {
    database.execute("GRANT SELECT, UPDATE ON bookings TO rebuild_reader WITH GRANT OPTION");
    database.execute("GRANT SELECT ON rooms TO PUBLIC");
    List<String> before = grants();

    rebuild(LOG);

    assertThat(grants()).isEqualTo(before);
    database.execute("REVOKE ALL ON bookings FROM rebuild_reader CASCADE");
    database.execute("REVOKE ALL ON rooms FROM PUBLIC");
  }

  @Test
  void killedBeforeTheSwapItHasChangedNothingAndCanBeginAgain() {
    database.execute(DAMAGE);
    Map<String, List<String>> damaged = database.dump();
    Rebuild killed =
        new Rebuild(
            database.address(),
            LOG.source(),
            line -> {
              throw new IllegalStateException("killed");
            });

    assertThatThrownBy(killed::run)
        .isInstanceOf(NotDoneException.class)
        .hasMessage("killed. Nothing was changed.");
    assertThat(database.dump()).isEqualTo(damaged);

    // A process that is killed does not even tidy up.
    database.execute("CREATE SCHEMA rebuildtest_rebuild");
    database.execute("CREATE TABLE rebuildtest_rebuild.timeslots (id int)");
    rebuild(LOG);
    assertThat(database.dump()).isEqualTo(right);
  }

  @Test
  void requestsWhoseAnswersKafkaNoLongerHasAreKept() {
    database.execute(
        "INSERT INTO requests VALUES ('old', 7, 'rejected', 'X', 1, NULL, NULL, '2020-01-01Z')");
    RecordedLog aWeekLater = LOG.withAnswersFrom(5, List.of());

    rebuild(aWeekLater);

    assertThat(database.rows("requests")).anyMatch(row -> row.contains("\"old\""));
    assertThat(said).anyMatch(line -> line.matches("Kept \\d+ requests from the live table.*"));
  }

  @Test
  void anOldRequestThatTheEventsTellIsNotTakenFromTheLiveTable() {
    database.execute("UPDATE requests SET user_id = 99, decided_at = '2020-01-01Z'");

    rebuild(LOG.withAnswersFrom(5, List.of()));

    assertThat(database.rows("requests")).isEqualTo(right.get("requests"));
  }

  @Test
  void tablesThatWereDroppedByHandAreMadeAgain() {
    database.execute("DROP TABLE bookings, projection_progress");

    rebuild(LOG);

    assertThat(database.dump()).isEqualTo(right);
  }

  @Test
  void anEmptyDatabaseIsFilled() {
    TestDatabase empty = TestDatabase.empty("rebuilt_from_nothing");
    empty.execute("DROP SCHEMA IF EXISTS rebuilt_from_nothing CASCADE");

    new Rebuild(empty.address(), LOG.source(), said::add).run();

    assertThat(empty.dump()).isEqualTo(right);
  }

  @Test
  void aViewOnTheLiveTablesIsNotTakenAway() {
    database.execute(DAMAGE);
    Map<String, List<String>> damaged = database.dump();
    database.execute("CREATE VIEW mine AS SELECT * FROM bookings");
    try {
      assertThatThrownBy(() -> rebuild(LOG))
          .isInstanceOf(NotDoneException.class)
          .hasMessageContaining("drop it, repeat, and make it again");
      assertThat(database.dump()).isEqualTo(damaged);
    } finally {
      database.execute("DROP VIEW mine");
    }
  }

  @Test
  void tablesOfAnotherVersionAreLeftAlone() {
    database.execute(
        "UPDATE flyway_schema_history SET version = '1.5' WHERE version = '1'; UPDATE rooms SET"
            + " name = 'Red'");
    try {
      assertThatThrownBy(() -> rebuild(LOG)).isInstanceOf(NotDoneException.class);
      assertThat(database.rows("rooms")).allMatch(row -> row.contains("Red"));
    } finally {
      database.execute("UPDATE flyway_schema_history SET version = '1' WHERE version = '1.5'");
    }
  }

  private void rebuild(RecordedLog log) {
    new Rebuild(database.address(), log.source(), said::add).run();
  }

  /** The live writer, from where the tables stand now. */
  private Batches batches() {
    return new Batches(writer, STORY.events().size());
  }

  private static RecordedLog longer() {
    return LOG.with(
        kafka -> kafka.append(Topics.BOOKING_EVENTS, 0, STORY.events().size(), List.of(NEXT)));
  }

  private static void repeatLast(FakeKafka kafka, int times) {
    for (int i = 0; i < times; i++) {
      kafka.append(
          Topics.BOOKING_EVENTS, 0, STORY.events().size() + (long) i, List.of(STORY.last()));
    }
  }

  private Connection asReader(String options) throws SQLException {
    return DriverManager.getConnection(database.address().url() + options, "rebuild_reader", "x");
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private List<String> grants() {
    return texts(
        """
        SELECT concat_ws(' ', grantee, privilege_type, table_name, is_grantable) AS given
        FROM information_schema.table_privileges WHERE table_schema = 'rebuildtest'
        ORDER BY given""");
  }

  private List<String> indexesAndConstraints() {
    return texts(
        """
        SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS made
        FROM pg_constraint WHERE connamespace = 'rebuildtest'::regnamespace
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'rebuildtest'
        ORDER BY made""");
  }

  private List<String> schemas() {
    return texts("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rebuildtest%'");
  }

  private List<String> texts(String sql) {
    return database.jdbi().withHandle(handle -> handle.select(sql).mapTo(String.class).list());
  }
}
