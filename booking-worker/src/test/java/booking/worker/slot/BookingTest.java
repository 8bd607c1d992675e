package booking.worker.slot;

import static booking.worker.slot.BlueRoom.bookingId;
import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.slot.BookingState.Cancelled;
import booking.worker.slot.BookingState.Confirmed;
import booking.worker.slot.BookingState.Pending;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in a booking besides what the tables show. */
class BookingTest {

  private final Map<String, Story> stories = Story.all();

  @Test
  void whatWasOfferedAndWishedIsPromised() {
    Terms terms = BlueRoom.terms(1, BlueRoom.PRICE);
    assertThat(only("held").promise())
        .isEqualTo(
            new Promise(
                BlueRoom.ROOM,
                terms.startsAt(),
                terms.endsAt(),
                BlueRoom.PRICE,
                BlueRoom.HOUSE_POLICY,
                CommandWords.wishes()));
  }

  @Test
  void theFirstAnswerIsAsItWasHoweverTheBookingEnded() {
    KeptSlot kept = new KeptSlot();
    kept.decide(CommandWords.command("create 1 seat at 40.00 EUR"), Moment.at("T-72:00"));
    kept.decide(CommandWords.command("book by 7"), Moment.at("T-48:00"));
    Booking first = kept.booking(bookingId(1)).orElseThrow();
    for (String state : List.of("held", "confirmed", "refund succeeded", "no-show", "completed")) {
      assertThat(only(state).asFirstAnswered()).as(state).isEqualTo(first);
    }
    assertThat(first.state()).isEqualTo(Pending.unpaid());
  }

  @Test
  void theFirstAnswerOfAFreeBookingIsThatItIsConfirmed() {
    Booking free = only("confirmed, free of charge");
    assertThat(free.state()).isEqualTo(new Confirmed(new Funding.Free()));
    assertThat(free.heldUntil()).isEqualTo(Moment.at("T-48:00"));
    assertThat(only("cancelled, free of charge").asFirstAnswered()).isEqualTo(free);
  }

  @Test
  void theRequestsThatChangedItAreKnownOldestFirst() {
    assertThat(requests("held")).containsExactly("book-7");
    assertThat(requests("confirmed")).containsExactly("book-7");
    assertThat(requests("cancelled, all back")).containsExactly("book-7", "cancel #1 by 7");
    assertThat(requests("cancelled unpaid by the venue"))
        .containsExactly("book-7", "venue cancels #1");
    assertThat(requests("no-show")).containsExactly("book-7", "no-show #1");
  }

  @Test
  void aCancellationRemembersWhenWhyAndWhatGoesBack() {
    assertThat(only("cancelled, half back").state())
        .isEqualTo(
            new Cancelled(
                CancelReason.USER,
                Moment.at("T-10:00"),
                new Funding.Paid("p1"),
                BlueRoom.euros("20.00")));
    assertThat(only("cancelled unpaid").state())
        .isEqualTo(
            new Cancelled(
                CancelReason.USER,
                Moment.at("T-47:55"),
                new Funding.Unpaid(),
                BlueRoom.euros("0.00")));
    assertThat(only("hold expired").state())
        .isEqualTo(
            new Cancelled(
                CancelReason.HOLD_EXPIRED,
                Moment.at("T-47:45"),
                new Funding.Unpaid(),
                BlueRoom.euros("0.00")));
  }

  @Test
  void aRefundIsKnownByItsPaymentAndKeepsHowItEnded() {
    Refund asked = only("cancelled, all back").refund("refund-p1").orElseThrow();
    assertThat(asked)
        .isEqualTo(
            new Refund(
                "p1",
                bookingId(1),
                BlueRoom.PRICE,
                Refund.Reason.USER,
                Moment.at("T-30:00"),
                new Refund.Requested()));
    assertThat(asked.refundId()).isEqualTo("refund-p1");
    assertThat(only("refund failed").refunds())
        .containsExactly(asked.settled(false, "bank says fails", Moment.at("T-29:50")));
    assertThat(only("cancelled by the venue").refunds())
        .extracting(Refund::reason)
        .containsExactly(Refund.Reason.VENUE);
    assertThat(only("cancelled, nothing back").refunds()).isEmpty();
  }

  @Test
  void itsStatusIsAWordThatCustomersRead() {
    Map<String, String> words =
        Map.of(
            "held", "pending",
            "confirmed", "confirmed",
            "completed", "completed",
            "no-show", "no_show",
            "hold expired", "cancelled");
    words.forEach((state, word) -> assertThat(only(state).state().word()).isEqualTo(word));
  }

  @Test
  void whatPaysForItStaysWithItToTheEnd() {
    for (String state : List.of("confirmed", "completed", "no-show", "cancelled, all back")) {
      assertThat(only(state).state().funding()).as(state).isEqualTo(new Funding.Paid("p1"));
    }
    assertThat(only("completed, free of charge").state().funding()).isEqualTo(new Funding.Free());
    assertThat(only("held").state().funding()).isEqualTo(new Funding.Unpaid());
  }

  private Booking only(String state) {
    List<Booking> bookings = stories.get(state).told().bookings();
    assertThat(bookings).hasSize(1);
    return bookings.get(0);
  }

  private List<String> requests(String state) {
    return only(state).requests().stream().map(RequestRef::requestId).toList();
  }
}
