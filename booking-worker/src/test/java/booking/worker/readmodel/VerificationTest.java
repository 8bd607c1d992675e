package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.BookingEvent;
import booking.schemas.RequestResult;
import booking.schemas.Topics;
import booking.worker.operator.NotDoneException;
import booking.worker.readmodel.TableReport.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verification sees every row that is not what the events say, and nothing else. */
class VerificationTest {

  private static final SlotStory STORY =
      new SlotStory(1001).created().held(1, 7).paid(1).held(2, 8).cancelledByUser(1).expired(2);
  private static final RecordedLog LOG =
      RecordedLog.of(STORY.events(), new CatalogStory().created(1, "Blue").events());

  private static TestDatabase database;
  private final List<String> said = new ArrayList<>();
  private ReadModelWriter writer;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated(VerificationTest.class);
  }

  @BeforeEach
  void clear() {
    database.clear();
    writer = database.writer();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void tablesThatWereFollowedAreEqualRowForRow() {
    LOG.follow(writer);

    List<TableReport> reports = verify(LOG);

    assertThat(reports)
        .extracting(TableReport::table)
        .containsExactlyInAnyOrderElementsOf(
            TestDatabase.TABLES.stream()
                .filter(name -> !name.equals("projection_progress"))
                .toList());
    assertThat(reports)
        .allSatisfy(
            report -> {
              long rows = database.rows(report.table()).size();
              assertThat(rows).isPositive();
              assertThat(report.rows()).isEqualTo(new TableReport.Rows(rows, rows, rows, 0, 0));
              assertThat(report.first()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rooms          | UPDATE rooms SET name = 'Red' | id=1 | name | Red | Blue",
        "rooms          | UPDATE rooms SET refund_policy = NULL"
            + " | id=1 | refund_policy | null | [{\"percent\": 100, \"hoursBefore\": 24},"
            + " {\"percent\": 50, \"hoursBefore\": 6}]",
        "timeslots      | UPDATE timeslots SET held = 1 | id=1001 | held | 1 | 0",
        "bookings       | UPDATE bookings SET cancelled_at = NULL WHERE id = 100100001"
            + " | id=100100001 | cancelled_at | null | 2027-03-01 08:05:00+00",
        "bookings       | UPDATE bookings SET notes = 'x' WHERE id = 100100002"
            + " | id=100100002 | notes | text of 1 characters | text of 13 characters",
        "bookings       | DELETE FROM bookings WHERE id = 100100002"
            + " | id=100100002 | the row | no row | there",
        "payments       | UPDATE payments SET amount = 39.99"
            + " | id=p-100100001 booking_id=100100001 outcome=kept | amount | 39.99 | 40.00",
        "refunds        | DELETE FROM refunds | id=r-p-100100001 | the row | no row | there",
        "requests       | INSERT INTO requests VALUES"
            + " ('a', 1, 'accepted', NULL, 1, 1, 1, '2027-01-01Z')"
            + " | id=a | the row | there | no row",
        "booking_events | DELETE FROM booking_events WHERE version = 3"
            + " | timeslot_id=1001 version=3 | the row | no row | there"
      })
  void oneWrongValueIsFoundAndTold(
      String table, String damage, String key, String column, String live, String folded) {
    LOG.follow(writer);
    database.execute(damage);

    List<TableReport> reports = verify(LOG);

    assertThat(reports)
        .filteredOn(report -> report.rows().different() > 0)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.table()).isEqualTo(table);
              assertThat(report.rows().different()).isEqualTo(1);
              assertThat(report.first()).contains(new Difference(key, column, live, folded));
            });
  }

  @Test
  void eventsThatTheTablesHaveNotFollowedYetAreNoDifference() {
    LOG.follow(writer);
    assertThat(different(verify(longer()))).isZero();
  }

  @Test
  void tablesMayMoveOnWhileTheyAreCompared() {
    LOG.follow(writer);
    RecordedLog longer = longer();
    Verification verification =
        new Verification(
            database.address(),
            longer.source(),
            line -> {
              said.add(line);
              if (line.contains("Comparing")) {
                longer.follow(writer);
              }
            });

    assertThat(different(verification.run())).isZero();
    assertThat(said).anyMatch(line -> line.contains("Comparing"));
    assertThat(database.rows("booking_events")).hasSize(STORY.events().size() + 1);
  }

  @Test
  void nothingIsLeftBehindAlsoNotByARunThatWasKilled() {
    LOG.follow(writer);
    database.execute("CREATE SCHEMA verificationtest_verify");
    database.execute("CREATE TABLE verificationtest_verify.timeslots (id int)");

    assertThat(different(verify(LOG))).isZero();

    assertThat(schemas()).containsExactly("verificationtest");
  }

  @Test
  void twoAtOnceWouldSpoilEachOther() {
    LOG.follow(writer);
    try (ScratchSchema other = ScratchSchema.beside(database.address(), "verify")) {
      assertThatThrownBy(() -> verify(LOG))
          .isInstanceOf(NotDoneException.class)
          .hasMessage("Another verify is at work on this database. Wait until it has ended.");
      assertThat(schemas()).contains(other.name());
    }
  }

  @Test
  void tablesThatAreFurtherThanTheLogWereFilledFromAnotherOne() {
    longer().follow(writer);
    assertThatThrownBy(() -> verify(LOG))
        .isInstanceOf(NotDoneException.class)
        .hasMessageContaining("booking-events-0 up to offset 7, but it ends at 6")
        .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  void eventsWhoseBeginningIsGoneCannotBeFolded() {
    LOG.follow(writer);
    RecordedLog cut = LOG.with(kafka -> kafka.updateBeginningOffsets(Map.of(FakeKafka.EVENTS, 2L)));
    assertThatThrownBy(() -> verify(cut))
        .isInstanceOf(NotDoneException.class)
        .hasMessageStartingWith("Kafka no longer has the beginning of booking-events-0");
  }

  @Test
  void aKafkaWithoutTheTopicsIsTheWrongOne() {
    RecordedLog empty =
        LOG.with(kafka -> kafka.updatePartitions(Topics.CATALOG_EVENTS.name(), List.of()));
    assertThatThrownBy(() -> verify(empty))
        .isInstanceOf(NotDoneException.class)
        .hasMessageStartingWith("Kafka has no topic catalog-events. Check KAFKA_BOOTSTRAP_SERVERS");
  }

  @Test
  void aSchemaWithoutTheTablesIsSaidToBeSo() {
    TestDatabase nothing = TestDatabase.empty("nobody_was_here");
    assertThatThrownBy(() -> new Verification(nothing.address(), LOG.source(), said::add).run())
        .isInstanceOf(NotDoneException.class)
        .hasMessageStartingWith(
            "The read model's tables are not all there in schema nobody_was_here");
  }

  @Test
  void requestsWhoseAnswersKafkaNoLongerHasAreNoDifference() {
    RequestResult refusal = refusal("refused-1", Instant.EPOCH.minusSeconds(60));
    RecordedLog whole =
        LOG.withAnswersFrom(0, List.of(refusal, refusal("refused-2", Instant.EPOCH)));
    whole.follow(writer);
    RecordedLog aWeekLater = LOG.withAnswersFrom(1, List.of(refusal("refused-2", Instant.EPOCH)));

    TableReport requests = requests(verify(aWeekLater));

    assertThat(requests.rows().expired()).isEqualTo(1);
    assertThat(requests.rows().different()).isZero();

    database.execute("UPDATE requests SET user_id = 99 WHERE id = 'refused-2'");
    assertThat(requests(verify(aWeekLater)).first())
        .contains(new Difference("id=refused-2", "user_id", "99", "7"));
  }

  @Test
  void anOldRequestThatTheEventsTellIsCompared() {
    LOG.follow(writer);
    database.execute("UPDATE requests SET user_id = 99 WHERE id = 'book-100100001'");

    TableReport requests = requests(verify(LOG.withAnswersFrom(5, List.of())));

    assertThat(requests.rows().expired()).isZero();
    assertThat(requests.first())
        .contains(new Difference("id=book-100100001", "user_id", "99", "7"));
  }

  @Test
  void whoMayMakeNoSchemaIsToldWhichRightIsMissing() {
    LOG.follow(writer);
    database.execute("DROP ROLE IF EXISTS schemaless");
    database.execute("CREATE ROLE schemaless LOGIN PASSWORD 'x'");
    PostgresAddress address =
        new PostgresAddress(database.address().url(), "schemaless", Optional.of("x"));
    assertThatThrownBy(() -> new Verification(address, LOG.source(), said::add).run())
        .isInstanceOf(NotDoneException.class)
        .hasMessageContaining("GRANT CREATE ON DATABASE");
  }

  private static RequestResult refusal(String requestId, Instant decidedAt) {
    return RequestResult.newBuilder()
        .setRequestId(requestId)
        .setUserId(7)
        .setTimeslotId(1001L)
        .setAccepted(false)
        .setRepeated(false)
        .setCode("TIMESLOT_FULL")
        .setDecidedAt(decidedAt)
        .build();
  }

  private static RecordedLog longer() {
    BookingEvent next = new SlotStory(2001).created().last();
    return LOG.with(
        kafka -> kafka.append(Topics.BOOKING_EVENTS, 0, STORY.events().size(), List.of(next)));
  }

  private List<TableReport> verify(RecordedLog log) {
    return new Verification(database.address(), log.source(), said::add).run();
  }

  private static long different(List<TableReport> reports) {
    assertThat(reports).isNotEmpty();
    return reports.stream().mapToLong(report -> report.rows().different()).sum();
  }

  private static TableReport requests(List<TableReport> reports) {
    return reports.stream()
        .filter(report -> report.table().equals("requests"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> schemas() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'verificationtest%'")
                    .mapTo(String.class)
                    .list());
  }
}
