package booking.worker.stream;

import static booking.worker.stream.IndexedBookings.cancelled;
import static booking.worker.stream.IndexedBookings.completed;
import static booking.worker.stream.IndexedBookings.confirmed;
import static booking.worker.stream.IndexedBookings.failed;
import static booking.worker.stream.IndexedBookings.held;
import static booking.worker.stream.IndexedBookings.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to bookings, the index answers as a list does that is read through. */
class BookingIndexAndAListTest {

  private static final int SEEDS = 100;
  private static final int STEPS = 200;
  private static final int SLOTS = 3;
  private static final int USERS = 4;

  @Test
  void theIndexAnswersAsAListOfAllBookingsDoes() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Story story = new Story(seed);
      for (int step = 0; step < STEPS; step++) {
        story.goOn();
      }
    }
  }

  /** One course of things, drawn from a seed. */
  private static final class Story {

    private final String name;
    private final Random random;
    private final ListedBookings list = new ListedBookings();
    private final int[] lastNumber = new int[SLOTS + 1];
    private BookingIndex index = new BookingIndex();
    private int clock;

    Story(long seed) {
      name = "seed " + seed;
      random = new Random(seed);
    }

    void goOn() {
      long slot = 1 + random.nextInt(SLOTS);
      // Brokers' clocks differ, so that the time of the next record may be an earlier one.
      clock += random.nextInt(5) - 1;
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> book(slot, 1 + random.nextInt(USERS));
        case 3, 4, 5, 6, 7 -> change(slot);
        case 8, 9 -> tick();
        case 10 -> forget(slot);
        default -> restart();
      }
      for (long user = 1; user <= USERS; user++) {
        assertThat(index.bookingOf(slot, user)).as(name).isEqualTo(list.bookingOf(slot, user));
      }
      Instant now = moment(clock - random.nextInt(3));
      assertThat(index.dueHolds(slot, now)).as(name).isEqualTo(list.dueHolds(slot, now));
    }

    private void book(long slot, long user) {
      if (!hasLive(slot, user)) {
        lastNumber[(int) slot]++;
        put(held(slot, lastNumber[(int) slot], user, moment(clock + random.nextInt(8))));
      }
    }

    private void change(long slot) {
      List<Booking> all = list.of(slot);
      if (!all.isEmpty()) {
        put(next(slot, all.get(random.nextInt(all.size()))));
      }
    }

    private Booking next(long slot, Booking booking) {
      if (booking.state() instanceof BookingState.Pending) {
        return switch (random.nextInt(3)) {
          case 0 -> failed(booking);
          case 1 -> confirmed(booking);
          default -> cancelled(booking);
        };
      }
      if (booking.isLive()) {
        return random.nextBoolean() ? completed(booking) : cancelled(booking);
      }
      // Money that came late brings a booking back; a refund only stores it once more.
      boolean back = booking.state() instanceof BookingState.Cancelled && random.nextBoolean();
      return back && !hasLive(slot, booking.userId()) ? confirmed(booking) : booking;
    }

    private boolean hasLive(long slot, long user) {
      return list.of(slot).stream().anyMatch(any -> any.userId() == user && any.isLive());
    }

    private void put(Booking booking) {
      assertThat(index.put(booking)).as(name + " puts " + booking).isEqualTo(list.put(booking));
    }

    private void tick() {
      Instant now = moment(clock);
      int most = 1 + random.nextInt(3);
      assertThat(index.slotsWithDueHolds(now, most))
          .as(name)
          .isEqualTo(list.slotsWithDueHolds(now, most));
    }

    /** Several in one second, so that holds are met whose second has begun and who are not due. */
    private Instant moment(int minute) {
      return minutes(minute).plusMillis(400L * random.nextInt(3));
    }

    private void forget(long slot) {
      if (random.nextInt(4) == 0) {
        list.of(slot).forEach(index::remove);
        list.remove(slot);
      }
    }

    /** Everything is read anew, in the order of the ids, as a store gives it. */
    private void restart() {
      if (random.nextInt(4) == 0) {
        index = new BookingIndex();
        list.begin();
        list.all().stream().sorted(Comparator.comparing(Booking::bookingId)).forEach(this::put);
      }
    }
  }
}
