package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import booking.schemas.command.Cancel;
import booking.schemas.command.MarkNoShow;
import booking.schemas.fact.BookingCompleted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimersTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);
  private static final Instant START = DAY.atTime(9, 0).atZone(Venue.ZONE).toInstant();

  private final Venue venue = new Venue();

  @BeforeEach
  void oneRoomWithSlotsOfTwoSeats() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 2);
    venue.events();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void aDueHoldIsNeverSeenAsLiveEvenBeforeTheTick() {
    venue.book(7, 1);
    venue.book(8, 1);
    venue.events();
    // The clock of the log goes on, but no tick has been written yet.
    venue.send(
        Topics.BOOKING_REQUESTS,
        "1",
        venue.request(9, 1, new Book(null, null, null, null)),
        venue.now().plus(Duration.ofMinutes(15)));
    assertThat(venue.events())
        .extracting(event -> event.getFact().getClass().getSimpleName())
        .containsExactly("BookingCancelled", "BookingCancelled", "BookingHeld");
  }

  @Test
  void aHoldThatEndedOtherwiseIsPassedOver() {
    BookingSnapshot held = venue.book(7, 1).getBookingAfter();
    venue.ask(7, 1, new Cancel(held.getBookingId()));
    BookingSnapshot paid = venue.book(8, 1).getBookingAfter();
    venue.pay("p1", paid);
    venue.events();
    venue.after(Duration.ofMinutes(16));
    assertThat(venue.events()).isEmpty();
  }

  @Test
  void aHoldEndsInTimeAlsoWhenTheBrokersClockWasAheadMeanwhile() {
    venue.book(7, 1);
    venue.events();
    venue.send(
        Topics.BOOKING_REQUESTS,
        "2",
        venue.request(9, 2, new Book(null, null, null, null)),
        venue.now().plus(Duration.ofMinutes(16)));
    venue.after(Duration.ofMinutes(1));
    assertThat(venue.events())
        .extracting(event -> event.getFact().getClass().getSimpleName())
        .containsExactly("BookingHeld");
    venue.after(Duration.ofMinutes(14));
    assertThat(venue.events())
        .extracting(event -> event.getFact().getClass().getSimpleName())
        .containsExactly("BookingCancelled");
  }

  /** All at once they would outlast the tick's transaction, and the next start would try again. */
  @Test
  void moreHoldsThanATickCanEndAreEndedByTheTicksAfterIt() {
    venue.slots(1, DAY.plusDays(1), 1_000);
    for (long slot = 9; slot <= 14; slot++) {
      for (long user = 1; user <= 1_000; user++) {
        venue.book(user + 1, slot);
      }
    }
    venue.events();
    venue.after(Duration.ofMinutes(16));
    assertThat(venue.events()).hasSizeBetween(5_000, 5_999);
    venue.after(Duration.ofSeconds(1));
    assertThat(venue.events()).isNotEmpty();
    venue.after(Duration.ofSeconds(1));
    assertThat(venue.events()).isEmpty();
  }

  @Test
  void aConfirmedBookingIsCompletedWhenItsSlotEnds() {
    BookingSnapshot paid = venue.book(7, 1).getBookingAfter();
    venue.pay("p1", paid);
    venue.events();
    venue.at(START.plus(Duration.ofMinutes(59)));
    assertThat(venue.events()).isEmpty();
    venue.after(Duration.ofMinutes(1));
    assertThat(venue.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getFact()).isInstanceOf(BookingCompleted.class);
              assertThat(event.getBookingAfter().getStatus()).isEqualTo(BookingStatus.COMPLETED);
            });
    venue.after(Duration.ofHours(1));
    assertThat(venue.events()).isEmpty();
    assertThat(
            venue
                .ask(Venue.ADMIN, 1, new MarkNoShow(paid.getBookingId()))
                .getBookingAfter()
                .getStatus())
        .isEqualTo(BookingStatus.NO_SHOW);
  }

  @Test
  void aBookingThatCostNothingIsCompletedAsWell() {
    venue.room("Open room", "0.00");
    venue.slots(2, DAY, 1);
    assertThat(venue.book(7, 9).getBookingAfter().getStatus()).isEqualTo(BookingStatus.CONFIRMED);
    venue.events();
    venue.at(START.plus(Duration.ofHours(1)));
    assertThat(venue.events())
        .singleElement()
        .satisfies(event -> assertThat(event.getFact()).isInstanceOf(BookingCompleted.class));
  }

  @Test
  void aBookingIsCompletedBeforeItsSlotIsForgottenHoweverLateTheTick() {
    venue.pay("p1", venue.book(7, 1).getBookingAfter());
    venue.events();
    venue.at(START.plus(Duration.ofDays(40)));
    assertThat(venue.events())
        .extracting(event -> event.getFact().getClass().getSimpleName())
        .containsExactly("BookingCompleted");
    assertThat(venue.storedRecords(1)).isZero();
  }

  @Test
  void aSlotIsForgottenThirtyDaysAfterItsEnd() {
    BookingSnapshot paid = venue.book(7, 1).getBookingAfter();
    venue.pay("p1", paid);
    venue.book(7, 1);
    Instant end = START.plus(Duration.ofHours(1));
    venue.at(end).at(end.plus(Duration.ofDays(30)).minusMillis(1)).after(Duration.ofSeconds(0));
    assertThat(venue.ask(7, 1, new Cancel(paid.getBookingId())).getCode())
        .isEqualTo("CANNOT_CANCEL");
    venue.after(Duration.ofSeconds(1));
    assertThat(venue.storedRecords(1)).isZero();
    assertThat(venue.book(8, 1).getCode()).isEqualTo("TIMESLOT_NOT_FOUND");
    assertThat(venue.ask(7, 1, new Cancel(paid.getBookingId())).getCode())
        .isEqualTo("BOOKING_NOT_FOUND");
    venue.events();
    venue.pay("p1", paid);
    assertThat(venue.events()).isEmpty();
    assertThat(venue.refunds()).isEmpty();
  }
}
