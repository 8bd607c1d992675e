package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.internal.BookingRecord;
import booking.schemas.internal.SlotNumbers;
import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.Booking;
import booking.worker.slot.InView;
import booking.worker.slot.NoSlot;
import booking.worker.slot.Payment;
import booking.worker.slot.Promise.Wishes;
import booking.worker.slot.RequestRef;
import booking.worker.slot.Seats;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.SlotEvent;
import booking.worker.slot.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slot whose bookings carry its numbers is found whole, also by a task that starts anew. */
class SlotStoresTest {

  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
  private static final Instant START = Instant.parse("2027-03-05T09:00:00Z");

  @TempDir Path state;
  private TaskStores task;
  private SlotStores stores;

  @BeforeEach
  void open() {
    task = TaskStores.in(state);
    stores = started();
  }

  @AfterEach
  void close() {
    task.close();
  }

  @Test
  void aTaskThatStartsFindsTheSeatsThatBookingsTook() {
    Slot booked = book(book(slot(1), 7), 8);

    assertThat(booked.version()).isEqualTo(3);
    assertThat(stores.slot(1)).contains(booked);
    assertThat(started().slot(1)).contains(booked);
  }

  @Test
  void itReadsAllSlotsOneAfterTheOther() {
    List<Long> made =
        List.of(slot(1), slot(2), book(slot(3), 7)).stream().map(Slot::timeslotId).toList();
    SlotStores anew = started();

    List<Long> read = new ArrayList<>();
    SlotStores.SlotListener listener =
        (timeslotId, endsAt) -> {
          assertThat(endsAt).isEqualTo(START.plus(Duration.ofHours(1)));
          read.add(timeslotId);
        };
    anew.readSlots(2, listener);
    assertThat(read).hasSize(2);
    anew.readSlots(2, listener);
    slot(4);
    anew.readSlots(2, listener);

    assertThat(read).isEqualTo(made);
  }

  @Test
  void bookingsOfASlotThatIsAskedForAreReadBeforeTheirTurnAndNotAgain() {
    book(slot(1), 7);
    book(book(slot(2), 7), 8);
    List<Long> read = new ArrayList<>();
    SlotStores anew = new SlotStores(task.context(), booking -> read.add(booking.bookingId()));
    assertThat(read).isEmpty();

    anew.slot(2);
    anew.slot(2);
    assertThat(read).containsExactly(200_001L, 200_002L);

    anew.readBookings(2);
    anew.readBookings(2);
    anew.readBookings(2);
    assertThat(read).containsExactly(200_001L, 200_002L, 100_001L);
  }

  @Test
  void bookingsOfASlotThatWasFoundByATaskThatStartsGoOnFromThere() {
    Slot booked = book(slot(1), 7);
    stores = started();

    Slot again = book(stores.slot(1).orElseThrow(), 8);

    assertThat(again.seats().held()).isEqualTo(booked.seats().held() + 1);
    assertThat(stores.slot(1)).contains(again);
    assertThat(started().slot(1)).contains(again);
  }

  @Test
  void aSlotIsFoundAsEachOfItsBookingsLeftIt() {
    Slot held = book(slot(1), 7, NOW.plusSeconds(1));
    assertThat(stores.slot(1)).contains(held);
    Slot again = book(held, 8, NOW.plusSeconds(2));
    assertThat(stores.slot(1)).contains(again);

    Slot paid = pay(again, 100_001, NOW.plusSeconds(3));

    assertThat(paid.seats()).isEqualTo(new Seats(1, 1, 2));
    assertThat(stores.slot(1)).contains(paid);
    assertThat(started().slot(1)).contains(paid);
  }

  @Test
  void aSlotOfWhichMoreThanItsNumbersChangedIsNotTakenForOne() {
    Slot closed = book(slot(1), 7).after(new SlotEvent.TimeslotClosed(NOW));

    assertThatThrownBy(() -> stores.keepWhole(closed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSlotThatIsChangedAfterItsBookingsIsFoundAsChanged() {
    Slot closed = put(book(slot(1), 7), new SlotEvent.TimeslotClosed(NOW));

    assertThat(stores.slot(1)).contains(closed);
    assertThat(started().slot(1)).contains(closed);
  }

  @Test
  void aSlotWhoseBookingsWereStoredBeforeTheyCarriedNumbersIsFoundAsItWasStored() {
    Slot booked = book(slot(1), 7);
    stores.putSlot(Left.by(new SlotEvent.TimeslotOpened(NOW), booked));
    KeyValueStore<Long, BookingRecord> bookings = task.context().getStateStore("bookings");
    bookings.put(
        100_001L, BookingRecord.newBuilder(bookings.get(100_001L)).setSlotAfter(null).build());

    assertThat(started().slot(1)).contains(booked);
  }

  @Test
  void aSlotThatIsMadeAgainKnowsNothingOfTheSeatsOfTheForgottenOne() {
    book(book(slot(1), 7), 8);
    stores = started();
    stores.remove(1);

    assertThat(stores.slot(1)).isEmpty();
    assertThat(slot(1)).isEqualTo(stores.slot(1).orElseThrow());
  }

  @Test
  void numbersThatCannotBeAreRefusedEachTimeTheSlotIsAskedFor() {
    book(slot(1), 7);
    KeyValueStore<Long, BookingRecord> bookings = task.context().getStateStore("bookings");
    BookingRecord stored = bookings.get(100_001L);
    SlotNumbers impossible = SlotNumbers.newBuilder(stored.getSlotAfter()).setHeld(11).build();
    bookings.put(100_001L, BookingRecord.newBuilder(stored).setSlotAfter(impossible).build());
    SlotStores anew = started();

    assertThatThrownBy(() -> anew.slot(1)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> anew.slot(1)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void nothingIsFoundOfASlotThatIsForgotten() {
    book(slot(1), 7);

    stores.remove(1);

    assertThat(stores.slot(1)).isEmpty();
    assertThat(started().slot(1)).isEmpty();
  }

  /** What a slot brings along when it is read stays on the heap for as long as it is kept. */
  @Test
  void slotsOfARoomShareWhatIsEqualFromWhenTheyAreRead() {
    slot(1);
    slot(2);
    Slot first = book(stores.slot(1).orElseThrow(), 7);
    Slot second = book(stores.slot(2).orElseThrow(), 7);
    SlotStores anew = started();

    assertShared(first.terms(), second.terms());
    assertShared(anew.slot(1).orElseThrow().terms(), anew.slot(2).orElseThrow().terms());
  }

  @Test
  void slotsWhoseRoomIsRenamedShareTheNewNameToo() {
    Slot first = book(slot(1), 7);
    Slot second = book(slot(2), 7);

    put(first, renamed(first));
    put(second, renamed(second));

    assertThat(stores.slot(2)).contains(second.after(renamed(second)));
    assertShared(stores.slot(1).orElseThrow().terms(), stores.slot(2).orElseThrow().terms());
  }

  private static void assertShared(Terms one, Terms other) {
    assertThat(one.room()).isSameAs(other.room());
    assertThat(one.price()).isSameAs(other.price());
    assertThat(one.refundPolicy()).isSameAs(other.refundPolicy());
  }

  /** As an instruction from the catalogue brings it: with a card of its own for each slot. */
  private static SlotEvent.TimeslotChanged renamed(Slot slot) {
    Terms terms = slot.terms();
    Terms.RoomCard card = new Terms.RoomCard(1, "Green room", ZoneId.of("UTC"));
    return new SlotEvent.TimeslotChanged(
        new Terms(
            card,
            terms.startsAt(),
            terms.endsAt(),
            terms.seats(),
            terms.price(),
            new RefundPolicy(List.of())),
        NOW);
  }

  private SlotStores started() {
    return new SlotStores(task.context(), any -> {});
  }

  private static Slot of(long timeslotId) {
    return new NoSlot(timeslotId).after(created());
  }

  private static SlotEvent.TimeslotCreated created() {
    Terms terms =
        new Terms(
            new Terms.RoomCard(1, "Blue room", ZoneId.of("UTC")),
            START,
            START.plus(Duration.ofHours(1)),
            10,
            new Money(4_000, "EUR"),
            new RefundPolicy(List.of(new RefundPolicy.Tier(24, 100))));
    return new SlotEvent.TimeslotCreated(terms, NOW);
  }

  private Slot slot(long timeslotId) {
    Slot slot = of(timeslotId);
    stores.putSlot(Left.by(created(), slot));
    return slot;
  }

  private Slot put(Slot slot, SlotEvent event) {
    Slot after = slot.after(event);
    stores.putSlot(Left.by(event, after));
    return after;
  }

  private Slot book(Slot slot, long userId) {
    return book(slot, userId, NOW);
  }

  private Slot book(Slot slot, long userId, Instant now) {
    SlotCommand command =
        new SlotCommand.Book(
            new RequestRef("r" + userId, userId),
            userId,
            OptionalLong.empty(),
            new Wishes("", "", ""),
            Duration.ofMinutes(15));
    return decide(slot, command, List.of(), now);
  }

  private Slot pay(Slot slot, long bookingId, Instant now) {
    Payment payment = new Payment("p1", new Money(4_000, "EUR"), now);
    Booking booking = stores.booking(bookingId).orElseThrow();
    return decide(slot, new SlotCommand.Pay(bookingId, payment), List.of(booking), now);
  }

  private Slot decide(Slot slot, SlotCommand command, List<Booking> seen, Instant now) {
    SlotEvent event = slot.decide(command, new InView(seen), now).events().get(0);
    Left left = Left.by(event, slot.after(event));
    left.booking().ifPresent(stores::putBooking);
    stores.keepWhole(left.slot());
    return left.slot();
  }
}
