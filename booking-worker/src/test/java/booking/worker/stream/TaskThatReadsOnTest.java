package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.Role;
import booking.schemas.command.Book;
import booking.schemas.command.Cancel;
import booking.schemas.command.CloseTimeslot;
import booking.schemas.command.OpenTimeslot;
import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.NoSlot;
import booking.worker.slot.Payment;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A task that starts reads its stores little by little. However far it has come, it says what one
 * says that has never stopped.
 */
class TaskThatReadsOnTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
  private static final RefundPolicy POLICY =
      new RefundPolicy(List.of(new RefundPolicy.Tier(24, 100)));
  private static final int STEPS = 400;
  private static final int SLOTS = 4;
  private static final int MISSING_SLOT = 5;
  private static final int USERS = 5;
  private static final int BOOKINGS = 12;
  private static final ReadingPace SLOW = new ReadingPace(2, 3);
  private static final int TICKS_TO_READ_ALL = 200;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void itSaysWhatOneSaysThatHasNeverStopped(long seed) {
    try (StartedTask steady = new StartedTask(folder.resolve("steady"));
        StartedTask stopped = new StartedTask(folder.resolve("stopped"), SLOW)) {
      Story story = new Story(seed, steady, stopped);
      for (int step = 0; step < STEPS; step++) {
        story.goOn();
      }
      story.end();
    }
  }

  /** One course of things, drawn from a seed, which both tasks live through. */
  private static final class Story {

    private final Random random;
    private final StartedTask steady;
    private final StartedTask stopped;
    private final List<BookingRequest> asked = new ArrayList<>();
    private Instant now = NOON;
    private Instant ticked = NOON;
    private int payments;

    Story(long seed, StartedTask steady, StartedTask stopped) {
      this.random = new Random(seed);
      this.steady = steady;
      this.stopped = stopped;
      for (int slot = 1; slot <= SLOTS; slot++) {
        create(slot);
      }
    }

    private void create(long slot) {
      Instant start = now.plus(Duration.ofHours(3 * slot));
      Terms terms =
          new Terms(
              room("Blue room"),
              start,
              start.plus(Duration.ofHours(1)),
              3,
              new Money(4_000, "EUR"),
              POLICY);
      tell(slot, new SlotCommand.Create(terms));
    }

    void goOn() {
      now = now.plus(Duration.ofMinutes(random.nextInt(8)));
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> ask(1 + random.nextInt(MISSING_SLOT), new Book(null, null, null, null));
        case 3, 4 -> cancel();
        case 5 -> again();
        case 6 -> pay();
        case 7 -> change();
        case 8 -> stopped.restart();
        case 9, 10 -> tickEarly();
        default -> tick();
      }
    }

    private void ask(long slot, SpecificRecord command) {
      boolean admin = command instanceof CloseTimeslot || command instanceof OpenTimeslot;
      Actor actor = new Actor(1L + random.nextInt(USERS), admin ? Role.ADMIN : Role.USER);
      ask(new BookingRequest("r" + asked.size(), 1L, 0, actor, slot, command));
    }

    private void ask(BookingRequest request) {
      asked.add(request);
      both(task -> task.ask(request, now));
    }

    private void cancel() {
      long slot = someSlot();
      ask(slot, new Cancel(someBooking(slot)));
    }

    private void again() {
      if (!asked.isEmpty()) {
        ask(asked.get(random.nextInt(asked.size())));
      }
    }

    private void pay() {
      long slot = someSlot();
      String paymentId = "p" + ++payments;
      tell(
          slot,
          random.nextInt(4) == 0
              ? new SlotCommand.FailPayment(someBooking(slot), paymentId, "card declined")
              : new SlotCommand.Pay(
                  someBooking(slot), new Payment(paymentId, new Money(4_000, "EUR"), now)));
    }

    private void change() {
      long slot = someSlot();
      if (steady.slot(slot) instanceof NoSlot) {
        create(slot);
        return;
      }
      switch (random.nextInt(4)) {
        case 0 -> ask(slot, new CloseTimeslot(random.nextBoolean()));
        case 1, 2 -> ask(slot, new OpenTimeslot());
        default -> tell(slot, new SlotCommand.Change(room("Room " + asked.size()), POLICY));
      }
    }

    /** By a tick that shows no new time a task reads on and finds nothing due. */
    private void tickEarly() {
      stopped.tick(ticked);
      assertThat(stopped.sent()).isEmpty();
    }

    /** Ticks until all is read. They find the same, one after the other. */
    private void tick() {
      ticked = now;
      steady.tick(now);
      for (int i = 0; i < TICKS_TO_READ_ALL; i++) {
        stopped.tick(now);
      }
      assertThat(stopped.sent()).as("%s", now).containsExactlyInAnyOrderElementsOf(steady.sent());
    }

    private void tell(long slot, SlotCommand command) {
      both(task -> task.tell(slot, command, now));
    }

    private void both(Consumer<StartedTask> what) {
      what.accept(steady);
      what.accept(stopped);
      assertThat(stopped.sent()).isEqualTo(steady.sent());
    }

    /** All is forgotten in the end. */
    void end() {
      stopped.restart();
      now = now.plus(Duration.ofDays(2));
      tick();
      stopped.assertThatNothingIsStored();
      steady.assertThatNothingIsStored();
    }

    private long someSlot() {
      return 1 + random.nextInt(SLOTS);
    }

    /** One that may have been made. */
    private long someBooking(long slot) {
      return BookingNumber.bookingId(slot, 1 + random.nextInt(BOOKINGS));
    }

    private static Terms.RoomCard room(String name) {
      return new Terms.RoomCard(1, name, ZoneId.of("Europe/Berlin"));
    }
  }
}
