package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.internal.BookingRecord;
import booking.schemas.internal.SlotNumbers;
import booking.schemas.internal.SlotRecord;
import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.NoSlot;
import booking.worker.slot.Promise.Wishes;
import booking.worker.slot.RequestRef;
import booking.worker.slot.Seats;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A slot whose own record and whose bookings were written in turns, by the one writer of slots: a
 * task that starts anew puts together what the last one knew.
 */
class SlotsAfterARestartTest {

  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
  private static final Instant START = Instant.parse("2027-03-05T09:00:00Z");
  private static final RefundPolicy POLICY =
      new RefundPolicy(List.of(new RefundPolicy.Tier(24, 100)));
  private static final SlotCommand CLOSE = new SlotCommand.Close(false);
  private static final SlotCommand RENAME = new SlotCommand.Change(room("Green room"), POLICY);

  @TempDir Path state;
  private StartedTask task;

  @BeforeEach
  void aSlotOfTenSeats() {
    task = new StartedTask(state);
    Instant end = START.plus(Duration.ofHours(1));
    Money price = new Money(4_000, "EUR");
    tell(new SlotCommand.Create(new Terms(room("Blue room"), START, end, 10, price, POLICY)));
  }

  @AfterEach
  void close() {
    task.close();
  }

  @Test
  void aRoomRenamedBetweenTwoBookingsKeepsItsNewNameAndBothSeats() {
    tell(book(7));
    tell(RENAME);
    tell(book(8));

    assertThat(slot().terms().room().name()).isEqualTo("Green room");
    assertThat(slot().version()).isEqualTo(4);
    assertThat(slot().seats()).isEqualTo(new Seats(2, 0, 2));
    assertTheSameAfterARestart();
  }

  @Test
  void aSlotClosedBeforeItsLastBookingIsGivenUpStaysClosed() {
    tell(book(7));
    tell(book(8));
    tell(CLOSE);
    tell(cancel(8, 2));

    assertThat(slot().open()).isFalse();
    assertThat(slot().version()).isEqualTo(5);
    assertThat(slot().seats()).isEqualTo(new Seats(1, 0, 2));
    assertTheSameAfterARestart();
  }

  @Test
  void aRoomRenamedAfterTheLastBookingKeepsTheSeats() {
    tell(book(7));
    tell(RENAME);

    assertThat(record().getSnapshot().getVersion()).isGreaterThan(numbers(1).getVersion());
    assertThat(slot().seats()).isEqualTo(new Seats(1, 0, 1));
    assertTheSameAfterARestart();
  }

  @Test
  void aSlotThatWasReadFromItsOwnNewerRecordGoesOnFromThere() {
    tell(book(7));
    tell(RENAME);
    task.restart();
    tell(book(8));
    tell(CLOSE);
    task.restart();
    tell(cancel(7, 1));

    assertThat(slot().terms().room().name()).isEqualTo("Green room");
    assertThat(slot().open()).isFalse();
    assertThat(slot().version()).isEqualTo(6);
    assertThat(slot().seats()).isEqualTo(new Seats(1, 0, 2));
    assertTheSameAfterARestart();
  }

  /** One command wrote both, so it makes no difference that the booking's numbers count then. */
  @Test
  void whereTheSlotAndItsLastBookingHaveOneVersionBothSayTheSame() {
    tell(book(7));
    tell(book(8));
    tell(new SlotCommand.Close(true));

    assertThat(numbers(2).getVersion()).isEqualTo(record().getSnapshot().getVersion());
    assertThat(SlotTranslation.slot(record())).isEqualTo(slot());
    assertThat(SlotTranslation.numbered(SlotTranslation.slot(record()), numbers(2)))
        .isEqualTo(slot());
    assertThat(slot().seats()).isEqualTo(new Seats(0, 0, 2));
    assertTheSameAfterARestart();
  }

  @Test
  void aHoldThatEndsJustBeforeItsSlotIsClosedLeavesTheSlotNewer() {
    tell(book(7));
    tell(CLOSE, NOW.plus(StartedTask.HOLD));

    assertThat(numbers(1).getVersion()).isEqualTo(3);
    assertThat(record().getSnapshot().getVersion()).isEqualTo(4);
    assertThat(slot().seats()).isEqualTo(new Seats(0, 0, 1));
    assertTheSameAfterARestart();
  }

  @Test
  void aSlotIsForgottenAfterARestartToo() {
    tell(book(7));
    task.restart();
    Instant longAfter = START.plus(StartedTask.RETENTION).plus(Duration.ofHours(1));

    task.tick(longAfter);

    assertThat(task.slot(1)).isEqualTo(new NoSlot(1));
    assertThat(record()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 100_000, Long.MAX_VALUE / 100_000 - 1})
  void whereNoSlotCanBeNoneIsFoundThoughBookingsAreYetToBeRead(long timeslotId) {
    tell(book(7));
    task.restart();

    assertThat(task.slot(timeslotId)).isEqualTo(new NoSlot(timeslotId));
  }

  private void assertTheSameAfterARestart() {
    Slot before = slot();
    task.restart();
    assertThat(slot()).isEqualTo(before);
  }

  private void tell(SlotCommand command) {
    tell(command, NOW);
  }

  private void tell(SlotCommand command, Instant now) {
    assertThat(task.tell(1, command, now).steps()).isNotEmpty();
  }

  private Slot slot() {
    return (Slot) task.slot(1);
  }

  private SlotRecord record() {
    KeyValueStore<Long, SlotRecord> slots = task.store("slots");
    return slots.get(1L);
  }

  private SlotNumbers numbers(int booking) {
    KeyValueStore<Long, BookingRecord> bookings = task.store("bookings");
    return bookings.get(100_000L + booking).getSlotAfter();
  }

  private static Terms.RoomCard room(String name) {
    return new Terms.RoomCard(1, name, ZoneId.of("Europe/Berlin"));
  }

  private static SlotCommand book(long userId) {
    return new SlotCommand.Book(
        new RequestRef("book-" + userId, userId),
        userId,
        OptionalLong.empty(),
        new Wishes("", "", ""),
        StartedTask.HOLD);
  }

  private static SlotCommand cancel(long userId, int booking) {
    return new SlotCommand.Cancel(
        new RequestRef("cancel-" + userId, userId), userId, 100_000L + booking);
  }
}
