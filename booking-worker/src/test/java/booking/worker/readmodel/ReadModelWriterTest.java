package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.BookingEvent;
import booking.schemas.CatalogEvent;
import booking.schemas.RefundStatus;
import booking.worker.readmodel.Batch.Move;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the batches, and however often they come: the tables are the fold of the events. */
class ReadModelWriterTest {

  private static TestDatabase database;
  private ReadModelWriter writer;
  private Batches batches;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated(ReadModelWriterTest.class);
  }

  @BeforeEach
  void begin() {
    database.clear();
    writer = database.writer();
    batches = new Batches(writer);
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void oneBatchWithManyEventsOfABookingLeavesItAsTheLastDid() {
    batches.write(fullStory());
    assertThat(database.rows("bookings"))
        .hasSize(3)
        .anySatisfy(row -> assertThat(row).contains("\"status\":\"cancelled\"", "\"version\":7"));
  }

  @Test
  void replayOfAnyBeginningChangesNothing() {
    List<SpecificRecord> story = fullStory();
    batches.write(story);
    Map<String, List<String>> before = rows(database);
    for (int length = 1; length <= story.size(); length++) {
      batches.write(story.subList(0, length));
      assertThat(rows(database)).as("after the first %d again", length).isEqualTo(before);
    }
  }

  @Test
  void olderVersionsThatComeLateChangeNothingNewer() {
    List<SpecificRecord> story = fullStory();
    batches.write(story);
    Map<String, List<String>> inOrder = rows(database);
    database.clear();
    Batches backwards = new Batches(writer);
    Collections.reverse(story);
    story.forEach(event -> backwards.write(List.of(event)));
    assertThat(rows(database)).isEqualTo(inOrder);
  }

  @Test
  void anyCutAnyOrderAndAnyRepeatLeaveTheSameRows() {
    List<SpecificRecord> story = fullStory();
    batches.write(story);
    Map<String, List<String>> inOrder = rows(database);
    for (long seed = 0; seed < 25; seed++) {
      database.clear();
      Batches again = new Batches(writer);
      Random random = new Random(seed);
      List<SpecificRecord> mixed = new ArrayList<>(story);
      mixed.addAll(story.subList(0, random.nextInt(story.size())));
      Collections.shuffle(mixed, random);
      while (!mixed.isEmpty()) {
        List<SpecificRecord> cut = mixed.subList(0, 1 + random.nextInt(mixed.size()));
        again.write(List.copyOf(cut));
        cut.clear();
      }
      assertThat(rows(database)).as("seed %d", seed).isEqualTo(inOrder);
    }
  }

  @Test
  void rebuildBesideTheLiveTablesGivesTheSameRows() {
    fullStory().forEach(event -> batches.write(List.of(event)));
    TestDatabase beside = TestDatabase.empty("beside");
    Migration.run(beside.address());
    beside.clear();
    try (ReadModelWriter rebuilding = beside.writer()) {
      new Batches(rebuilding).write(fullStory());
    }
    assertThat(beside.dump()).isEqualTo(database.dump());
  }

  @Test
  void roomsMaySwapTheirNamesWithinABatch() {
    CatalogStory story = new CatalogStory().created(1, "Blue").created(2, "Green");
    batches.write(story.events());
    batches.write(story.renamed(1, "Spare").renamed(2, "Blue").renamed(1, "Green").events());
    assertThat(database.rows("rooms"))
        .satisfiesExactly(
            row -> assertThat(row).contains("\"id\":1", "\"Green\""),
            row -> assertThat(row).contains("\"id\":2", "\"Blue\""));
  }

  @Test
  void requestToldByTheCatalogueAndBySlotsEndsTheSameInAnyOrder() {
    CatalogEvent closing = new CatalogStory().created(1, "Blue").deactivated(1).last();
    List<SpecificRecord> told = new ArrayList<>();
    told.add(CatalogEvent.newBuilder(closing).setRequestId("close-all").build());
    for (long slot = 1001; slot < 1004; slot++) {
      BookingEvent closed = new SlotStory(slot).created().opened(false).last();
      told.add(BookingEvent.newBuilder(closed).setRequestId("close-all").build());
    }
    for (int turn = 0; turn < told.size(); turn++) {
      Collections.rotate(told, 1);
      database.execute("TRUNCATE requests");
      told.forEach(event -> batches.write(List.of(event)));
      assertThat(database.rows("requests"))
          .singleElement()
          .asString()
          .contains("\"room_id\":1", "\"timeslot_id\":null");
    }
  }

  @Test
  void zombieIsTurnedAwayAndWritesNothing() {
    List<BookingEvent> story = new SlotStory(1001).created().held(1, 7).events();
    Batch late = batches.batch(story);
    batches.write(story.subList(0, 1));
    Map<String, List<String>> before = database.dump();
    assertThatThrownBy(() -> writer.write(late)).isInstanceOf(ProgressMovedException.class);
    assertThat(database.dump()).isEqualTo(before);
  }

  @Test
  void zombieOfOnePartitionWritesNothingOfTheOthersEither() {
    TopicPartition other = new TopicPartition("booking-events", 1);
    writer.begin(Map.of(other, 5L));
    Batch first = batches.batch(new SlotStory(1001).created().events());
    Batch both =
        new Batch(first.records(), Map.of(Batches.EVENTS, new Move(0, 1), other, new Move(4, 6)));
    assertThatThrownBy(() -> writer.write(both)).isInstanceOf(ProgressMovedException.class);
    assertThat(database.rows("timeslots")).isEmpty();
    assertThat(writer.progress()).isEqualTo(Map.of(Batches.EVENTS, 0L, other, 5L));
  }

  @Test
  void partitionThatIsFollowedAlreadyKeepsItsPlace() {
    batches.write(new SlotStory(1001).created().events());
    writer.begin(Map.of(Batches.EVENTS, 0L));
    assertThat(writer.progress()).isEqualTo(Map.of(Batches.EVENTS, 1L));
  }

  @Test
  void writerGoesOnAfterAFailure() {
    Batch tooFar = new Batch(List.of(), Map.of(Batches.EVENTS, new Move(99, 100)));
    assertThatThrownBy(() -> writer.write(tooFar)).isInstanceOf(ProgressMovedException.class);
    batches.write(new SlotStory(1001).created().events());
    assertThat(database.rows("timeslots")).hasSize(1);
  }

  /** Two slots of which everything happened, mixed as one partition would bring them. */
  private static List<SpecificRecord> fullStory() {
    SlotStory first = new SlotStory(1001).created().changed().held(1, 7).paid(1);
    first.held(2, 8).expired(2).cancelledByUser(1).paymentSentBack(2, "late");
    first.refundClosed(2, "late", RefundStatus.SUCCEEDED).opened(false).opened(true);
    SlotStory second = new SlotStory(1002).created().held(1, 7).paymentFailed(1).paid(1);
    second.completed(1).noShow(1);
    List<SpecificRecord> all = new ArrayList<>(first.events());
    for (int i = 0; i < second.events().size(); i++) {
      all.add(2 * i, second.events().get(i));
    }
    all.addAll(new CatalogStory().created(1, "Blue").renamed(1, "Green").events());
    return all;
  }

  /** All but the offsets. */
  private static Map<String, List<String>> rows(TestDatabase database) {
    Map<String, List<String>> dump = database.dump();
    dump.remove("projection_progress");
    return dump;
  }
}
