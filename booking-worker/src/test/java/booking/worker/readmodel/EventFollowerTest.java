package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.BookingEvent;
import booking.schemas.RequestResult;
import booking.schemas.SchemaRegistryUnavailableException;
import booking.schemas.Topics;
import booking.worker.readmodel.ReadModelStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The loop: where it reads, what it does when something fails, and where it stops for good. */
class EventFollowerTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
  private static TestDatabase database;

  private final FakeKafka kafka = new FakeKafka();
  private final ReadModelMonitor monitor = new ReadModelMonitor();
  private ReadModelWriter writer;
  private EventFollower follower;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.migrated(EventFollowerTest.class);
  }

  @BeforeEach
  void subscribe() {
    database.clear();
    writer = database.writer();
    follower = follower(new Wire().deserializer());
    follower.subscribe();
  }

  @AfterEach
  void close() {
    writer.close();
  }

  @Test
  void allThreeTopicsAreFollowedFromTheirBeginning() {
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    kafka.append(Topics.CATALOG_EVENTS, 0, 0, new CatalogStory().created(1, "Blue").events());
    assign(FakeKafka.EVENTS, FakeKafka.CATALOG, FakeKafka.RESULTS);

    follower.step();

    assertThat(database.rows("bookings")).hasSize(1);
    assertThat(database.rows("rooms")).hasSize(1);
    assertThat(writer.progress())
        .isEqualTo(Map.of(FakeKafka.EVENTS, 3L, FakeKafka.CATALOG, 1L, FakeKafka.RESULTS, 0L));
    assertThat(kafka.subscription())
        .containsExactlyInAnyOrder("booking-events", "catalog-events", "booking-results");
  }

  @Test
  void readingGoesOnWhereTheTablesStand() {
    writer.begin(Map.of(FakeKafka.EVENTS, 2L));
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    assign(FakeKafka.EVENTS);
    follower.step();
    assertThat(database.rows("booking_events")).hasSize(1);
  }

  @Test
  void unknownPartitionBeginsWhereTheLogBegins() {
    kafka.append(Topics.BOOKING_EVENTS, 0, 40, story().events());
    kafka.updateBeginningOffsets(Map.of(FakeKafka.EVENTS, 40L));
    assign(FakeKafka.EVENTS);
    follower.step();
    assertThat(writer.progress()).isEqualTo(Map.of(FakeKafka.EVENTS, 43L));
  }

  @Test
  void gapsBetweenOffsetsAreNormal() {
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events().subList(0, 1));
    kafka.append(Topics.BOOKING_EVENTS, 0, 7, story().events().subList(1, 2));
    assign(FakeKafka.EVENTS);
    follower.step();
    assertThat(writer.progress()).isEqualTo(Map.of(FakeKafka.EVENTS, 8L));
  }

  @Test
  void batchesFollowOneAnotherWithoutAsking() {
    assign(FakeKafka.EVENTS);
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events().subList(0, 1));
    follower.step();
    kafka.append(Topics.BOOKING_EVENTS, 0, 1, story().events().subList(1, 3));
    follower.step();
    assertThat(writer.progress()).isEqualTo(Map.of(FakeKafka.EVENTS, 3L));
    assertThat(monitor.retries()).isZero();
  }

  @Test
  void statusTellsTheLastCommitAndTheLag() {
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    assign(FakeKafka.EVENTS);
    assertThat(monitor.status().state()).isEqualTo(State.STARTING);
    follower.step();
    assertThat(monitor.status())
        .isEqualTo(
            new ReadModelStatus(
                State.FOLLOWING, Optional.empty(), Optional.of(NOON), OptionalLong.of(0)));
    assertThat(monitor.batches()).isEqualTo(1);
    assertThat(monitor.rows()).isEqualTo(6);
  }

  @Test
  void workerWithoutPartitionsFollowsOnceItsGroupHasSaidSo() {
    follower.step();
    assertThat(monitor.status().state()).isEqualTo(State.STARTING);
    assign();
    follower.step();
    assertThat(monitor.status().state()).isEqualTo(State.FOLLOWING);
  }

  @Test
  void itDoesNotSayThatItFollowsBeforeItKnowsWhereToRead() {
    kafka.schedulePollTask(() -> assign(FakeKafka.EVENTS));
    follower.step();
    assertThat(monitor.status().state()).isEqualTo(State.STARTING);
    follower.step();
    assertThat(monitor.status().state()).isEqualTo(State.FOLLOWING);
  }

  @Test
  void partitionsThatCameWithAPollAreReadFromTheNext() {
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    kafka.append(Topics.BOOKING_EVENTS, 1, 0, new SlotStory(2001).created().events());
    assign(FakeKafka.EVENTS);
    kafka.schedulePollTask(() -> assign(FakeKafka.EVENTS, FakeKafka.MORE_EVENTS));

    follower.step();
    assertThat(database.rows("timeslots")).isEmpty();
    assertThat(kafka.paused()).containsExactlyInAnyOrder(FakeKafka.EVENTS, FakeKafka.MORE_EVENTS);

    follower.step();
    assertThat(database.rows("timeslots")).hasSize(2);
    assertThat(kafka.paused()).isEmpty();
  }

  @Test
  void lostPartitionIsNotWritten() {
    assign(FakeKafka.EVENTS, FakeKafka.MORE_EVENTS);
    follower.step();
    kafka.rebalance(List.of(FakeKafka.MORE_EVENTS));
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    kafka.append(Topics.BOOKING_EVENTS, 1, 0, new SlotStory(2001).created().events());
    follower.step();
    assertThat(writer.progress())
        .isEqualTo(Map.of(FakeKafka.EVENTS, 0L, FakeKafka.MORE_EVENTS, 1L));
  }

  @Test
  void zombieReadsAgainWhereTheTablesStand() {
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events().subList(0, 1));
    assign(FakeKafka.EVENTS);
    follower.step();
    // Another worker has written the rest meanwhile, and one record more that nobody has seen.
    database.execute("UPDATE projection_progress SET next_offset = 3");
    kafka.append(Topics.BOOKING_EVENTS, 0, 1, story().paid(1).events().subList(1, 4));

    follower.step();
    assertThat(database.rows("booking_events")).hasSize(1);
    assertThat(monitor.status().state()).isEqualTo(State.WAITING);
    assertThat(monitor.status().reason())
        .hasValueSatisfying(it -> assertThat(it).contains("another worker"));

    follower.step();
    assertThat(database.rows("booking_events")).hasSize(2);
    assertThat(writer.progress()).isEqualTo(Map.of(FakeKafka.EVENTS, 4L));
    assertThat(monitor.status().state()).isEqualTo(State.FOLLOWING);
  }

  @Test
  void whileRowsAreLockedItRestsInItsGroupAndThenWritesAll() {
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    assign(FakeKafka.EVENTS);
    try (Handle other = database.jdbi().open()) {
      other.begin();
      other.execute("LOCK TABLE timeslots IN ACCESS EXCLUSIVE MODE");
      follower.step();
      other.rollback();
    }
    assertThat(kafka.paused()).containsExactly(FakeKafka.EVENTS);
    assertThat(monitor.status().state()).isEqualTo(State.WAITING);
    assertThat(monitor.status().reason().orElseThrow()).contains("lock timeout");
    assertThat(monitor.retries()).isEqualTo(1);
    assertThat(writer.progress()).isEqualTo(Map.of(FakeKafka.EVENTS, 0L));

    kafka.schedulePollTask(
        () -> assertThat(kafka.lastPollTimeout()).isEqualTo(Duration.ofMillis(100)));
    follower.step();
    assertThat(database.rows("bookings")).hasSize(1);
    assertThat(monitor.status().state()).isEqualTo(State.FOLLOWING);
  }

  @Test
  void outageIsOverOnceNothingIsLeftToWrite() {
    assign(FakeKafka.EVENTS);
    kafka.setPollException(new TimeoutException("no broker"));
    follower.step();
    assertThat(monitor.status().state()).isEqualTo(State.WAITING);
    follower.step();
    assertThat(monitor.status().state()).isEqualTo(State.FOLLOWING);
  }

  @Test
  void registryThatIsAwayIsWaitedFor() {
    AtomicInteger calls = new AtomicInteger();
    EventFollower waiting =
        follower(
            (topic, bytes) -> {
              if (calls.getAndIncrement() == 0) {
                throw new SchemaRegistryUnavailableException("the registry is away");
              }
              return new Wire().deserializer().deserialize(topic, bytes);
            });
    waiting.subscribe();
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    assign(FakeKafka.EVENTS);
    waiting.step();
    assertThat(monitor.status().reason()).contains("the registry is away");
    waiting.step();
    assertThat(database.rows("bookings")).hasSize(1);
  }

  @Test
  void unreadableRecordStopsItBeforeAnythingOfTheBatchIsWritten() {
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    kafka.append(FakeKafka.EVENTS, 3, new byte[] {1, 2, 3});
    assign(FakeKafka.EVENTS);
    assertThatThrownBy(follower::step)
        .isInstanceOf(ReadModelStoppedException.class)
        .hasMessageContaining("topic=booking-events partition=0 offset=3");
    assertThat(database.rows("booking_events")).isEmpty();
  }

  @Test
  void eventThatTheTablesRefuseStopsItAndIsNamed() {
    BookingEvent wrong = new SlotStory(2001).created().held(1, 7).expired(1).expired(1).last();
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, story().events());
    kafka.append(Topics.BOOKING_EVENTS, 0, 3, List.of(wrong));
    assign(FakeKafka.EVENTS);
    assertThatThrownBy(follower::step)
        .isInstanceOf(ReadModelStoppedException.class)
        .hasMessageContaining("topic=booking-events partition=0 offset=3")
        .hasMessageContaining("timeslots_held_check");
    assertThat(database.rows("booking_events")).isEmpty();
    assertThat(writer.progress()).isEqualTo(Map.of(FakeKafka.EVENTS, 0L));
  }

  @Test
  void resultsThatExpiredUnreadAreSkipped() {
    writer.begin(Map.of(FakeKafka.RESULTS, 5L));
    kafka.append(Topics.BOOKING_RESULTS, 0, 9, List.of(refusal()));
    kafka.updateBeginningOffsets(Map.of(FakeKafka.RESULTS, 9L));
    assign(FakeKafka.RESULTS);
    follower.step();
    follower.step();
    assertThat(database.rows("requests")).hasSize(1);
    assertThat(writer.progress()).isEqualTo(Map.of(FakeKafka.RESULTS, 10L));
  }

  @Test
  void eventsThatTheLogLostStopIt() {
    writer.begin(Map.of(FakeKafka.EVENTS, 1L));
    kafka.append(Topics.BOOKING_EVENTS, 0, 2, story().events().subList(2, 3));
    kafka.updateBeginningOffsets(Map.of(FakeKafka.EVENTS, 2L));
    assign(FakeKafka.EVENTS);
    assertThatThrownBy(follower::step)
        .isInstanceOf(ReadModelStoppedException.class)
        .hasMessageContaining("topic=booking-events partition=0 offset=1");
  }

  @Test
  void tablesThatAreFurtherThanTheLogStopIt() {
    writer.begin(Map.of(FakeKafka.RESULTS, 99L));
    assign(FakeKafka.RESULTS);
    kafka.setPollException(new OffsetOutOfRangeException(Map.of(FakeKafka.RESULTS, 99L)));
    assertThatThrownBy(follower::step)
        .isInstanceOf(ReadModelStoppedException.class)
        .hasMessageContaining("topic=booking-results partition=0 offset=99");
  }

  @Test
  void failureThatDoesNotPassStopsIt() {
    assign(FakeKafka.EVENTS);
    kafka.setPollException(new TopicAuthorizationException(Set.of("booking-events")));
    assertThatThrownBy(follower::step).isInstanceOf(KafkaException.class);
  }

  private EventFollower follower(Deserializer<? extends SpecificRecord> values) {
    return new EventFollower(
        new EventFollower.Parts(
            kafka, new RowReader(values), writer, monitor, InstantSource.fixed(NOON)));
  }

  private void assign(TopicPartition... partitions) {
    kafka.rebalance(List.of(partitions));
  }

  private static SlotStory story() {
    return new SlotStory(1001).created().held(1, 7).changed();
  }

  private static RequestResult refusal() {
    return RequestResult.newBuilder()
        .setRequestId("r1")
        .setRepeated(false)
        .setUserId(7)
        .setDecidedAt(NOON)
        .setAccepted(false)
        .setCode("TIMESLOT_FULL")
        .setTimeslotId(1001L)
        .build();
  }
}
