package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.NotificationKind;
import booking.schemas.PaymentStatus;
import booking.schemas.RefundRequested;
import booking.schemas.RequestResult;
import booking.schemas.SettlementStatus;
import booking.schemas.command.Cancel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WalkThroughTheTopologyTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

  private final Venue venue = new Venue();

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void aBookingGoesFromRequestToRefund() {
    venue.room("Blue room", "40.00");
    RequestResult made = venue.slots(1, DAY, 1);
    assertThat(made.getGenerated().getCount()).isEqualTo(8);

    BookingSnapshot held = venue.book(7, 1).getBookingAfter();
    assertThat(held.getBookingId()).isEqualTo(100_001);
    assertThat(held.getStatus()).isEqualTo(BookingStatus.PENDING);
    assertThat(held.getHoldExpiresAt()).isEqualTo(venue.now().plus(Duration.ofMinutes(15)));
    assertThat(venue.book(8, 1).getCode()).isEqualTo("TIMESLOT_FULL");

    venue.pay("p1", held);
    RequestResult cancelled = venue.ask(7, 1, new Cancel(held.getBookingId()));
    assertThat(cancelled.getBookingAfter().getRefundAmount()).isEqualTo(new BigDecimal("40.00"));
    assertThat(cancelled.getBookingAfter().getPaymentStatus()).isEqualTo(PaymentStatus.REFUNDED);

    assertThat(venue.refunds()).singleElement().satisfies(this::settles);
    assertThat(venue.notifications())
        .extracting(notification -> notification.getKind())
        .containsExactly(
            NotificationKind.BOOKING_HELD,
            NotificationKind.BOOKING_CONFIRMED,
            NotificationKind.BOOKING_CANCELLED,
            NotificationKind.REFUND_SETTLED);
    assertThat(venue.book(8, 1).getAccepted()).isTrue();
    assertThat(venue.events())
        .filteredOn(event -> event.getTimeslotId() == 1)
        .extracting(BookingEvent::getVersion)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(venue.deadLetters()).isEmpty();
  }

  private void settles(RefundRequested refund) {
    assertThat(refund.getReason()).isEqualTo("user");
    venue.settle(refund, SettlementStatus.SUCCEEDED);
  }

  @Test
  void aHoldExpiresWithNobodyAround() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 1);
    venue.book(7, 1);
    venue.after(Duration.ofMinutes(15));
    assertThat(venue.notifications())
        .extracting(notification -> notification.getKind())
        .containsExactly(NotificationKind.BOOKING_HELD, NotificationKind.HOLD_EXPIRED);
    assertThat(venue.book(8, 1).getAccepted()).isTrue();
  }

  @Test
  void aCancellationThatGivesNothingBackLeavesTheBookingPaid() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 1);
    venue.at(DAY.atTime(8, 0).atZone(Venue.ZONE).toInstant());
    BookingSnapshot held = venue.book(7, 1).getBookingAfter();
    venue.pay("p1", held);
    BookingSnapshot cancelled = venue.ask(7, 1, new Cancel(held.getBookingId())).getBookingAfter();
    assertThat(cancelled.getRefundAmount()).isEqualTo(new BigDecimal("0.00"));
    assertThat(cancelled.getPaymentStatus()).isEqualTo(PaymentStatus.PAID);
    assertThat(venue.refunds()).isEmpty();
  }

  @Test
  void eachWriterIsATaskOfItsOwn() {
    assertThat(venue.subtopologies()).isEqualTo(4);
  }
}
