package booking.worker.stream;

import static booking.worker.stream.IndexedBookings.cancelled;
import static booking.worker.stream.IndexedBookings.completed;
import static booking.worker.stream.IndexedBookings.confirmed;
import static booking.worker.stream.IndexedBookings.failed;
import static booking.worker.stream.IndexedBookings.held;
import static booking.worker.stream.IndexedBookings.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.slot.Booking;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which booking a customer is found by, and which holds are due. */
class BookingIndexTest {

  private static final int ALL = 100;

  private final BookingIndex index = new BookingIndex();

  /** All of one customer in slot 1, stored from left to right; what the last one returns. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          stored                                             | found | outlived
          1 held                                             | 1     | none
          1 held, 1 held                                     | 1     | none
          1 held, 1 failed                                   | 1     | none
          1 held, 1 confirmed                                | 1     | none
          1 held, 1 cancelled                                | 1     | none
          1 confirmed, 1 completed                           | 1     | none
          1 cancelled, 2 held                                | 2     | 1
          1 completed, 2 held                                | 2     | 1
          1 cancelled, 2 cancelled                           | 2     | 1
          2 cancelled, 1 cancelled                           | 2     | none
          2 held, 1 cancelled                                | 2     | none
          1 held, 2 cancelled                                | 1     | none
          1 cancelled, 2 cancelled, 1 confirmed              | 1     | 2
          1 cancelled, 2 cancelled, 1 confirmed, 1 completed | 1     | none
          1 cancelled, 2 held, 1 cancelled                   | 2     | none
          1 cancelled, 2 held, 2 cancelled                   | 2     | none
          1 confirmed, 2 cancelled, 1 cancelled              | 1     | none
          1 confirmed, 1 cancelled, 2 cancelled              | 2     | 1
          """)
  void aLiveBookingOutlivesOthersAndOfTwoThatAreNotTheNewerDoes(
      String stored, String found, String outlived) {
    OptionalLong last = OptionalLong.empty();
    for (String each : stored.split(", ")) {
      last = index.put(booking(each));
    }
    assertThat(index.bookingOf(1, 7)).isEqualTo(number(found));
    assertThat(last).isEqualTo(number(outlived));
  }

  private static Booking booking(String words) {
    Booking held = held(1, Character.digit(words.charAt(0), 10), 7, minutes(0));
    return switch (words.substring(2)) {
      case "held" -> held;
      case "failed" -> failed(held);
      case "confirmed" -> confirmed(held);
      case "completed" -> completed(confirmed(held));
      case "cancelled" -> cancelled(held);
      default -> throw new IllegalArgumentException(words);
    };
  }

  private static OptionalLong number(String words) {
    return words.equals("none")
        ? OptionalLong.empty()
        : OptionalLong.of(100_000 + Character.digit(words.charAt(0), 10));
  }

  @Test
  void customersAndSlotsAreKeptApart() {
    index.put(held(1, 1, 7, minutes(0)));
    index.put(held(1, 2, 8, minutes(0)));
    index.put(held(2, 1, 7, minutes(0)));

    assertThat(index.bookingOf(1, 7)).hasValue(100_001);
    assertThat(index.bookingOf(1, 8)).hasValue(100_002);
    assertThat(index.bookingOf(2, 7)).hasValue(200_001);
    assertThat(index.bookingOf(2, 8)).isEmpty();
    assertThat(index.bookingOf(3, 7)).isEmpty();
  }

  @Test
  void aHoldIsDueFromItsLastMomentOnTheFirstToEndFirst() {
    index.put(held(1, 1, 7, minutes(2)));
    index.put(held(1, 2, 8, minutes(1)));
    index.put(held(1, 3, 9, minutes(1)));
    index.put(held(2, 1, 7, minutes(1)));

    assertThat(index.dueHolds(1, minutes(1).minusMillis(1))).isEmpty();
    assertThat(index.dueHolds(1, minutes(1))).containsExactly(100_002L, 100_003L);
    assertThat(index.dueHolds(1, minutes(2))).containsExactly(100_002L, 100_003L, 100_001L);
    assertThat(index.dueHolds(3, minutes(2))).isEmpty();
  }

  @Test
  void aHoldThatEndedIsNotDueWhetherOrNotItWasDueBefore() {
    Booking first = held(1, 1, 7, minutes(1));
    Booking second = held(1, 2, 8, minutes(1));
    index.put(first);
    index.put(second);
    index.put(confirmed(first));
    assertThat(index.dueHolds(1, minutes(1))).containsExactly(100_002L);

    index.put(cancelled(second));
    assertThat(index.dueHolds(1, minutes(1))).isEmpty();
    assertThat(index.slotsWithDueHolds(minutes(1), ALL)).isEmpty();
  }

  @Test
  void aFailedAttemptToPayLeavesTheHoldAsDueAsItWas() {
    Booking held = held(1, 1, 7, minutes(1));
    index.put(held);
    assertThat(index.slotsWithDueHolds(minutes(1), ALL)).containsExactly(1L);

    index.put(failed(held));
    assertThat(index.dueHolds(1, minutes(1))).containsExactly(100_001L);
    assertThat(index.slotsWithDueHolds(minutes(1), ALL)).isEmpty();
  }

  @Test
  void whenTheTimeGoesBackAHoldIsNotDueYetAndIsToldWhenItIs() {
    index.put(held(1, 1, 7, minutes(1)));
    index.put(held(1, 2, 8, minutes(3)));
    assertThat(index.dueHolds(1, minutes(5))).hasSize(2);

    assertThat(index.dueHolds(1, minutes(2))).containsExactly(100_001L);
    assertThat(index.dueHolds(1, minutes(0))).isEmpty();
    assertThat(index.slotsWithDueHolds(minutes(0), ALL)).isEmpty();
    assertThat(index.slotsWithDueHolds(minutes(2), ALL)).containsExactly(1L);
    assertThat(index.slotsWithDueHolds(minutes(2), ALL)).isEmpty();
    assertThat(index.slotsWithDueHolds(minutes(3), ALL)).containsExactly(1L);
  }

  @Test
  void eachHoldIsToldOfOnceAndFoundAllTheSame() {
    index.put(held(1, 1, 7, minutes(2)));
    index.put(held(2, 1, 7, minutes(1)));
    index.put(held(2, 2, 8, minutes(2)));

    assertThat(index.slotsWithDueHolds(minutes(2), ALL)).containsExactly(2L, 1L);
    assertThat(index.slotsWithDueHolds(minutes(9), ALL)).isEmpty();
    assertThat(index.dueHolds(2, minutes(2))).containsExactly(200_001L, 200_002L);
  }

  @Test
  void noMoreHoldsAreLookedAtThanAskedFor() {
    index.put(held(3, 1, 7, minutes(1)));
    index.put(held(3, 2, 8, minutes(1)));
    index.put(held(4, 1, 7, minutes(2)));

    assertThat(index.slotsWithDueHolds(minutes(2), 2)).containsExactly(3L);
    assertThat(index.slotsWithDueHolds(minutes(2), 2)).containsExactly(4L);
    assertThat(index.slotsWithDueHolds(minutes(2), 2)).isEmpty();
  }

  @Test
  void nothingIsKnownOfASlotWhoseBookingsAreRemoved() {
    Booking due = held(1, 1, 7, minutes(1));
    Booking waiting = held(1, 2, 8, minutes(9));
    index.put(due);
    index.put(waiting);
    index.put(held(2, 1, 7, minutes(1)));
    assertThat(index.dueHolds(1, minutes(1))).hasSize(1);

    index.remove(due);
    index.remove(waiting);

    assertThat(index.bookingOf(1, 7)).isEmpty();
    assertThat(index.bookingOf(1, 8)).isEmpty();
    assertThat(index.dueHolds(1, minutes(9))).isEmpty();
    assertThat(index.slotsWithDueHolds(minutes(9), ALL)).containsExactly(2L);
    assertThat(index.bookingOf(2, 7)).hasValue(200_001);
  }

  @Test
  void whatWasNeverPutCanBeRemoved() {
    index.remove(held(1, 1, 7, minutes(1)));

    assertThat(index.bookingOf(1, 7)).isEmpty();
  }
}
