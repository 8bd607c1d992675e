package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingEvent;
import booking.schemas.BookingRequest;
import booking.schemas.BookingSnapshot;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import booking.schemas.internal.BookingRecord;
import booking.schemas.internal.SlotRecord;
import booking.worker.deadletter.LetterHeaders;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slot that shows a fault of this program stops no other, and loses nothing that it was told. */
class FaultsOfOursTest {

  private static final long POISONOUS = 1;
  private static final long OTHER = 2;

  private final Venue venue = new Venue();

  @BeforeEach
  void oneRoomWithSlotsOfTwoSeats() {
    venue.room("Blue room", "40.00");
    venue.slots(1, LocalDate.of(2027, 3, 5), 2);
    venue.events();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void aRequestThatMeetsAFaultIsADeadLetterAndIsAnsweredWhenItComesAgain() {
    BookingRequest request = venue.request(7, POISONOUS, new Book(null, null, null, null));
    SlotRecord whole = venue.spoil(POISONOUS);

    venue.send(Topics.BOOKING_REQUESTS, Long.toString(POISONOUS), request);

    assertThat(venue.results()).isEmpty();
    assertThat(venue.events()).isEmpty();
    assertThat(reasons()).singleElement().asString().startsWith("FAULT: ").contains("Nowhere");
    assertThat(venue.book(7, OTHER).getAccepted()).isTrue();

    venue.mend(POISONOUS, whole);
    assertThat(venue.ask(request).getAccepted()).isTrue();
  }

  @Test
  void aPaymentThatMeetsAFaultIsTakenWhenItIsSentAgainAndOnlyOnce() {
    BookingSnapshot held = venue.book(7, POISONOUS).getBookingAfter();
    BookingRecord whole = venue.spoil(held);
    venue.events();

    venue.pay("p1", held);

    assertThat(venue.events()).isEmpty();
    assertThat(venue.deadLetters())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(header(letter, LetterHeaders.REASON)).startsWith("FAULT: ");
              assertThat(header(letter, LetterHeaders.TOPIC))
                  .isEqualTo(Topics.PAYMENT_SUCCEEDED.name());
            });

    venue.mend(whole);
    venue.payAgain("p1", held);
    venue.payAgain("p1", held);
    venue.pay("p1", held);

    assertThat(facts(venue.events())).containsExactly("BookingConfirmed");
    assertThat(venue.refunds()).isEmpty();
  }

  @Test
  void aPaymentThatIsSentAgainWhenItsSlotIsForgottenIsNotSentBack() {
    BookingSnapshot held = venue.book(7, OTHER).getBookingAfter();
    venue.pay("p1", held);
    venue.after(Duration.ofDays(60));
    assertThat(venue.storedRecords(OTHER)).isZero();

    venue.payAgain("p1", held);

    assertThat(venue.refunds()).isEmpty();
    assertThat(reasons()).singleElement().asString().startsWith("FORGOTTEN: ");
  }

  @Test
  void holdsOfOtherSlotsEndAllTheSame() {
    BookingSnapshot held = venue.book(7, POISONOUS).getBookingAfter();
    venue.book(8, OTHER);
    venue.spoil(held);
    venue.events();

    venue.after(Duration.ofMinutes(16));

    assertThat(venue.events()).extracting(BookingEvent::getTimeslotId).containsExactly(OTHER);
  }

  @Test
  void otherSlotsAreForgottenAllTheSame() {
    venue.spoil(POISONOUS);

    venue.after(Duration.ofDays(60));

    assertThat(venue.storedRecords(OTHER)).isZero();
    assertThat(venue.storedRecords(POISONOUS)).isPositive();
  }

  private List<String> reasons() {
    return venue.deadLetters().stream()
        .map(letter -> header(letter, LetterHeaders.REASON))
        .toList();
  }

  private static String header(TestRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static List<String> facts(List<BookingEvent> events) {
    return events.stream().map(event -> event.getFact().getClass().getSimpleName()).toList();
  }
}
