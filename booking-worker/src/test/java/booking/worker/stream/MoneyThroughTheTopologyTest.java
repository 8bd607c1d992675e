package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingSnapshot;
import booking.schemas.NotificationKind;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundRequested;
import booking.schemas.RefundSettled;
import booking.schemas.SettlementStatus;
import booking.schemas.Topics;
import booking.schemas.command.Cancel;
import booking.schemas.fact.BookingConfirmed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoneyThroughTheTopologyTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

  private final Venue venue = new Venue();
  private BookingSnapshot held = new BookingSnapshot();

  @BeforeEach
  void oneHeldBooking() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 1);
    held = venue.book(7, 1).getBookingAfter();
    venue.events();
    venue.notifications();
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private List<String> deadLetters() {
    return venue.deadLetters().stream()
        .map(letter -> new String(letter.headers().lastHeader("reason").value(), UTF_8))
        .toList();
  }

  private List<String> refunds() {
    return venue.refunds().stream()
        .map(refund -> refund.getRefundId() + " " + refund.getAmount() + " " + refund.getReason())
        .toList();
  }

  @Test
  void aPaymentIsSpentOnce() {
    venue.pay("p1", held);
    venue.pay("p1", held);
    assertThat(venue.events())
        .singleElement()
        .extracting("fact")
        .isInstanceOf(BookingConfirmed.class);
    assertThat(refunds()).isEmpty();
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void aPaymentUsedForAnotherBookingIsADeadLetterAndNoRefund() {
    BookingSnapshot other = venue.book(7, 2).getBookingAfter();
    venue.pay("p1", held);
    venue.pay("p1", other);
    assertThat(deadLetters()).singleElement().asString().startsWith("PAYMENT_REUSED");
    assertThat(refunds()).isEmpty();
  }

  @Test
  void moneyForABookingThatNeverWasGoesBack() {
    venue.pay("p1", 100_099, "40.00");
    venue.pay("p2", 99_900_001, "1.00");
    venue.pay("p3", -5, "2.00");
    assertThat(refunds())
        .containsExactly(
            "refund-p1 40.00 unknown_booking",
            "refund-p2 1.00 unknown_booking",
            "refund-p3 2.00 unknown_booking");
    assertThat(deadLetters())
        .containsExactly("UNKNOWN_BOOKING", "UNKNOWN_BOOKING", "UNKNOWN_BOOKING");
    assertThat(venue.events()).isEmpty();
  }

  @Test
  void theSettlementOfSuchARefundIsKnownAndOnlyItsFailureIsSeen() {
    venue.pay("p1", 100_099, "40.00");
    RefundRequested refund = venue.refunds().get(0);
    deadLetters();
    venue.settle(refund, SettlementStatus.SUCCEEDED);
    assertThat(deadLetters()).isEmpty();
    venue.settle(refund, SettlementStatus.FAILED);
    assertThat(deadLetters()).containsExactly("REFUND_FAILED");
  }

  @Test
  void aWrongAmountGoesBackAndTheBookingStays() {
    venue.pay("p1", held.getBookingId(), "39.99");
    assertThat(refunds()).containsExactly("refund-p1 39.99 amount_mismatch");
    venue.pay("p2", held);
    assertThat(venue.notifications())
        .extracting(notification -> notification.getKind())
        .containsExactly(NotificationKind.PAYMENT_REFUNDED, NotificationKind.BOOKING_CONFIRMED);
  }

  @Test
  void aSecondPaymentGoesBack() {
    venue.pay("p1", held);
    venue.pay("p2", held);
    assertThat(refunds()).containsExactly("refund-p2 40.00 duplicate_payment");
  }

  @Test
  void aLatePaymentStillConfirmsIfASeatIsFree() {
    venue.after(Duration.ofMinutes(15));
    venue.pay("p1", held);
    assertThat(venue.notifications())
        .extracting(notification -> notification.getKind())
        .containsExactly(NotificationKind.HOLD_EXPIRED, NotificationKind.BOOKING_CONFIRMED);
  }

  @Test
  void aLatePaymentGoesBackIfTheSeatIsGone() {
    venue.after(Duration.ofMinutes(15));
    venue.book(8, 1);
    venue.pay("p1", held);
    assertThat(refunds()).containsExactly("refund-p1 40.00 late_payment");
  }

  @Test
  void aPaymentForACancelledBookingGoesBack() {
    venue.ask(7, 1, new Cancel(held.getBookingId()));
    venue.pay("p1", held);
    assertThat(refunds()).containsExactly("refund-p1 40.00 booking_cancelled");
  }

  @Test
  void aFailedPaymentIsToldOnceAndTheHoldStays() {
    venue.failPayment("p1", held.getBookingId());
    venue.failPayment("p1", held.getBookingId());
    assertThat(venue.notifications())
        .extracting(notification -> notification.getKind())
        .containsExactly(NotificationKind.PAYMENT_FAILED);
    venue.pay("p1", held);
    assertThat(venue.events()).hasSize(2);
    venue.failPayment("p1", 100_002);
    venue.failPayment("p9", 100_077);
    assertThat(deadLetters())
        .containsExactly(
            "PAYMENT_REUSED: first seen for booking " + held.getBookingId(), "UNKNOWN_BOOKING");
  }

  @Test
  void afterAHundredFailedPaymentsOfAHoldTheCustomerIsToldNoMore() {
    for (int i = 0; i < 102; i++) {
      venue.failPayment("p" + i, held.getBookingId());
    }
    assertThat(venue.notifications()).hasSize(100);
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void aSettlementIsRecordedOnceAndACountermandedOneIsSeen() {
    venue.pay("p1", held);
    venue.ask(7, 1, new Cancel(held.getBookingId()));
    RefundRequested refund = venue.refunds().get(0);
    venue.events();
    venue.settle(refund, SettlementStatus.SUCCEEDED);
    venue.settle(refund, SettlementStatus.SUCCEEDED);
    assertThat(venue.events()).hasSize(1);
    venue.settle(refund, SettlementStatus.FAILED);
    assertThat(deadLetters()).containsExactly("REFUND_ALREADY_SETTLED");
  }

  @Test
  void aRefundThatFailedIsCountedByAWordOfItsOwn() {
    venue.pay("p1", held);
    venue.ask(7, 1, new Cancel(held.getBookingId()));
    RefundRequested refund = venue.refunds().get(0);
    venue.events();
    venue.settle(refund, SettlementStatus.FAILED);
    assertThat(venue.events()).extracting(Outbox::kind).containsExactly("RefundFailed");
  }

  @Test
  void aSettlementOfNothingIsADeadLetter() {
    RefundRequested never =
        new RefundRequested(
            "refund-p1",
            "p1",
            held.getBookingId(),
            new BigDecimal("40.00"),
            "EUR",
            "user",
            venue.now());
    venue.settle(never, SettlementStatus.SUCCEEDED);
    venue.pay("p1", held);
    venue.settle(never, SettlementStatus.SUCCEEDED);
    venue.send(
        Topics.REFUND_SETTLED,
        "x",
        new RefundSettled(
            "x", "p1", held.getBookingId(), SettlementStatus.SUCCEEDED, null, venue.now()));
    assertThat(deadLetters()).containsExactly("UNKNOWN_REFUND", "UNKNOWN_REFUND", "UNKNOWN_REFUND");
  }

  @Test
  void aPaymentThatTheSlotReadsTwiceChangesNothing() {
    venue.pay("p1", held);
    venue.pay("p2", held);
    venue.refunds();
    venue.events();
    for (String paymentId : new String[] {"p1", "p2"}) {
      venue.sendPaymentToSlot(
          new PaymentSucceeded(
              paymentId, held.getBookingId(), new BigDecimal("40.00"), "EUR", venue.now()));
    }
    assertThat(venue.events()).isEmpty();
    assertThat(refunds()).isEmpty();
  }

  @Test
  void moneyForABookingThatNoneCanBeGoesBack() {
    venue.pay("p1", Long.MAX_VALUE, "40.00");
    venue.pay("p2", Long.MIN_VALUE, "40.00");
    assertThat(refunds())
        .containsExactly("refund-p1 40.00 unknown_booking", "refund-p2 40.00 unknown_booking");
  }

  @Test
  void aBookingDoesNotRememberMoreRefundsThanFitIntoIt() {
    for (int i = 0; i < 101; i++) {
      venue.pay("p" + i, held.getBookingId(), "1.00");
    }
    assertThat(venue.events()).hasSize(100);
    assertThat(refunds()).hasSize(101);
    assertThat(deadLetters()).containsExactly("UNKNOWN_BOOKING");
  }

  @Test
  void aRecordFarAboveAnyPaymentIsADeadLetter() {
    venue.sendBytes(Topics.PAYMENT_SUCCEEDED.name(), new byte[2_000_000], new byte[65_537]);
    assertThat(deadLetters()).containsExactly("the record is longer than 65536");
  }

  @Test
  void aHugeKeyDoesNotTravelFurther() {
    venue.send(
        Topics.PAYMENT_SUCCEEDED,
        "k".repeat(2_000_000),
        new PaymentSucceeded("p1", 100_099L, new BigDecimal("40.00"), "EUR", venue.now()));
    assertThat(venue.deadLetters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.key()).hasSize(64 * 1024));
  }

  @Test
  void theSendersKeyDoesNotMatter() {
    venue.send(
        Topics.PAYMENT_SUCCEEDED,
        "something else",
        new PaymentSucceeded(
            "p1", held.getBookingId(), new BigDecimal("40.00"), "EUR", venue.now()));
    assertThat(venue.events()).hasSize(1);
  }

  @Test
  void whatIsNoPaymentIsADeadLetter() {
    venue.pay("", held);
    venue.pay("p1", held.getBookingId(), "0.00");
    venue.pay("p2", held.getBookingId(), "-1.00");
    venue.pay("p".repeat(256), held);
    venue.send(
        Topics.PAYMENT_SUCCEEDED,
        "p3",
        new PaymentSucceeded(
            "p3", held.getBookingId(), new BigDecimal("40.00"), "euro", venue.now()));
    venue.settle(
        new RefundRequested(
            "refund-p1", "p1", 1L, new BigDecimal("1.00"), "EUR", "user", venue.now()),
        SettlementStatus.UNKNOWN);
    assertThat(deadLetters())
        .containsExactly(
            "paymentId is empty",
            "AMOUNT_NOT_POSITIVE",
            "AMOUNT_NOT_POSITIVE",
            "paymentId is longer than 255 characters",
            "currency is not ISO 4217",
            "the status is unknown");
    assertThat(venue.events()).isEmpty();
  }
}
