package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.RequestResult;
import booking.schemas.Role;
import booking.schemas.command.Book;
import booking.schemas.command.Cancel;
import booking.schemas.command.CancelByVenue;
import booking.schemas.command.CloseTimeslot;
import booking.schemas.command.MarkNoShow;
import booking.schemas.command.OpenTimeslot;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatedRequestsTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

  private final Venue venue = new Venue();

  @BeforeEach
  void oneRoomWithSlotsOfOneSeat() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 1);
    venue.events();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private static Book book() {
    return new Book(null, null, "by the window", "{\"a\":1}");
  }

  @Test
  void aRepeatedBookingGetsItsFirstAnswerEvenAfterItWasPaid() {
    BookingRequest request = venue.request(7, 1, book());
    RequestResult first = venue.ask(request);
    venue.pay("p1", first.getBookingAfter());
    venue.events();
    RequestResult again = venue.ask(request);
    assertThat(again.getRepeated()).isTrue();
    assertThat(again.getBookingAfter()).isEqualTo(first.getBookingAfter());
    assertThat(again.getBookingAfter().getStatus()).isEqualTo(BookingStatus.PENDING);
    assertThat(venue.events()).isEmpty();
  }

  @Test
  void aRepeatedRefusalStaysARefusalWhenTheSeatIsFreeAgain() {
    BookingSnapshot held = venue.book(7, 1).getBookingAfter();
    BookingRequest refused = venue.request(8, 1, book());
    RequestResult first = venue.ask(refused);
    assertThat(first.getCode()).isEqualTo("TIMESLOT_FULL");
    venue.ask(7, 1, new Cancel(held.getBookingId()));
    RequestResult again = venue.ask(refused);
    assertThat(again).isEqualTo(RequestResult.newBuilder(first).setRepeated(true).build());
  }

  @Test
  void aRepeatedCancellationGetsItsFirstAnswer() {
    BookingSnapshot held = venue.book(7, 1).getBookingAfter();
    venue.pay("p1", held);
    BookingRequest cancel = venue.request(7, 1, new Cancel(held.getBookingId()));
    RequestResult first = venue.ask(cancel);
    venue.events();
    RequestResult again = venue.ask(cancel);
    assertThat(again.getRepeated()).isTrue();
    assertThat(again.getBookingAfter()).isEqualTo(first.getBookingAfter());
    assertThat(venue.events()).isEmpty();
    assertThat(venue.refunds()).hasSize(1);
  }

  @Test
  void aRepeatedCloseClosesNothingThatWasOpenedSince() {
    BookingRequest close = venue.request(Venue.ADMIN, 1, new CloseTimeslot(false));
    assertThat(venue.ask(close).getTimeslotAfter().getOpen()).isFalse();
    venue.ask(Venue.ADMIN, 1, new OpenTimeslot());
    RequestResult again = venue.ask(close);
    assertThat(again.getRepeated()).isTrue();
    assertThat(venue.book(7, 1).getAccepted()).isTrue();
  }

  @Test
  void theSameIdWithAnotherQuestionIsRefused() {
    BookingRequest request = venue.request(7, 1, book());
    BookingSnapshot held = venue.ask(request).getBookingAfter();
    BookingRequest other =
        BookingRequest.newBuilder(request).setFingerprint(request.getFingerprint() + 1L).build();
    assertThat(venue.ask(other).getCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    BookingRequest cancel =
        BookingRequest.newBuilder(other).setCommand(new Cancel(held.getBookingId())).build();
    assertThat(venue.ask(cancel).getCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    BookingRequest refused = venue.request(8, 1, book());
    venue.ask(refused);
    BookingRequest changed =
        BookingRequest.newBuilder(refused).setFingerprint(refused.getFingerprint() + 1L).build();
    assertThat(venue.ask(changed).getCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void theWorkerItselfChecksWhoAsks() {
    BookingSnapshot held = venue.book(7, 1).getBookingAfter();
    assertThat(venue.ask(8, 1, new Cancel(held.getBookingId())).getCode())
        .isEqualTo("BOOKING_NOT_FOUND");
    BookingRequest noShow = venue.request(7, 1, new MarkNoShow(held.getBookingId()));
    assertThat(venue.ask(noShow).getCode()).isEqualTo("FORBIDDEN");
    BookingRequest asAdmin =
        BookingRequest.newBuilder(venue.request(7, 1, new CloseTimeslot(true)))
            .setActor(new Actor(7L, Role.USER))
            .build();
    assertThat(venue.ask(asAdmin).getCode()).isEqualTo("FORBIDDEN");
  }

  @Test
  void aBookingIsFoundOnlyInItsOwnSlot() {
    BookingSnapshot held = venue.book(7, 1).getBookingAfter();
    assertThat(venue.ask(7, 2, new Cancel(held.getBookingId())).getCode())
        .isEqualTo("BOOKING_NOT_FOUND");
  }

  @Test
  void aSlotThatCameLaterDoesNotChangeTheFirstAnswer() {
    BookingRequest early = venue.request(7, 9, book());
    assertThat(venue.ask(early).getCode()).isEqualTo("TIMESLOT_NOT_FOUND");
    venue.slots(1, DAY.plusDays(1), 1);
    RequestResult again = venue.ask(early);
    assertThat(again.getCode()).isEqualTo("TIMESLOT_NOT_FOUND");
    assertThat(again.getRepeated()).isTrue();
    assertThat(venue.book(7, 9).getAccepted()).isTrue();
  }

  @Test
  void anAnswerWhereNoSlotIsIsForgottenAsWell() {
    venue.book(7, 99);
    assertThat(venue.storedRecords(99)).isOne();
    venue.after(Duration.ofDays(30));
    assertThat(venue.storedRecords(99)).isZero();
  }

  @Test
  void aSlotOutlivesTheAnswerThatWasGivenBeforeItCame() {
    venue.book(7, 9);
    venue.slots(1, DAY.plusDays(60), 1);
    venue.after(Duration.ofDays(31));
    assertThat(venue.book(7, 9).getAccepted()).isTrue();
  }

  @Test
  void aForbiddenRequestIsRememberedLikeAnyOther() {
    BookingRequest close = venue.request(7, 1, new CloseTimeslot(false));
    assertThat(venue.ask(close).getRepeated()).isFalse();
    assertThat(venue.ask(close).getRepeated()).isTrue();
  }

  @Test
  void anIdUsedForOneBookingIsRefusedForAnother() {
    BookingSnapshot first = venue.book(7, 1).getBookingAfter();
    BookingRequest cancel = venue.request(Venue.ADMIN, 1, new CancelByVenue(first.getBookingId()));
    assertThat(venue.ask(cancel).getAccepted()).isTrue();
    BookingSnapshot second = venue.book(8, 1).getBookingAfter();
    BookingRequest reused =
        BookingRequest.newBuilder(cancel)
            .setCommand(new CancelByVenue(second.getBookingId()))
            .setFingerprint(cancel.getFingerprint() + 1L)
            .build();
    assertThat(venue.ask(reused).getCode()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void everyBookingOfACustomerWhoBooksAgainAndAgainIsRepeatedTruly() {
    List<BookingRequest> requests = new ArrayList<>();
    List<RequestResult> answers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      BookingRequest request = venue.request(7, 1, book());
      RequestResult answer = venue.ask(request);
      requests.add(request);
      answers.add(answer);
      venue.ask(7, 1, new Cancel(answer.getBookingAfter().getBookingId()));
    }
    venue.events();
    for (int i = 0; i < 5; i++) {
      RequestResult again = venue.ask(requests.get(i));
      assertThat(again.getRepeated()).isTrue();
      assertThat(again.getBookingAfter()).isEqualTo(answers.get(i).getBookingAfter());
    }
    assertThat(venue.events()).isEmpty();
  }

  @Test
  void aBookingThatAPaymentBroughtBackIsItsCustomersLiveOne() {
    BookingRequest first = venue.request(7, 1, book());
    BookingSnapshot expired = venue.ask(first).getBookingAfter();
    venue.after(Duration.ofMinutes(15));
    BookingRequest second = venue.request(7, 1, book());
    BookingSnapshot given = venue.ask(second).getBookingAfter();
    venue.ask(7, 1, new Cancel(given.getBookingId()));
    venue.pay("p1", expired);
    assertThat(venue.book(7, 1).getCode()).isEqualTo("ALREADY_BOOKED");
    assertThat(venue.ask(first).getBookingAfter()).isEqualTo(expired);
    assertThat(venue.ask(second).getBookingAfter()).isEqualTo(given);
    venue.ask(7, 1, new Cancel(expired.getBookingId()));
    assertThat(venue.ask(first).getBookingAfter()).isEqualTo(expired);
    assertThat(venue.ask(second).getBookingAfter()).isEqualTo(given);
  }

  @Test
  void closingASlotAnswersWithTheSlotAlone() {
    venue.book(7, 1);
    RequestResult closed = venue.ask(Venue.ADMIN, 1, new CloseTimeslot(true));
    assertThat(closed.getBookingAfter()).isNull();
    assertThat(closed.getTimeslotAfter().getHeld()).isZero();
    assertThat(closed.getVersion()).isEqualTo(4);
  }

  @Test
  void idsThatNoSlotCanHaveAreAnswered() {
    for (long timeslotId : new long[] {90_000_000_001L, 9_007_199_254_740_991L, Long.MAX_VALUE}) {
      assertThat(venue.book(7, timeslotId).getCode()).isEqualTo("TIMESLOT_NOT_FOUND");
      assertThat(venue.ask(7, timeslotId, new Cancel(Long.MAX_VALUE)).getCode())
          .isEqualTo("BOOKING_NOT_FOUND");
      assertThat(venue.ask(Venue.ADMIN, timeslotId, new CloseTimeslot(true)).getCode())
          .isEqualTo("TIMESLOT_NOT_FOUND");
    }
    assertThat(venue.ask(7, 1, new Cancel(Long.MAX_VALUE)).getCode())
        .isEqualTo("BOOKING_NOT_FOUND");
    venue.after(Duration.ofDays(30));
    assertThat(venue.book(7, Long.MAX_VALUE).getRepeated()).isFalse();
  }
}
