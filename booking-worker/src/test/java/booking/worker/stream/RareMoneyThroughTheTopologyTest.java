package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingSnapshot;
import booking.schemas.RefundRequested;
import booking.schemas.SettlementStatus;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money that meets what a decision sees only because the stream looks for it. */
class RareMoneyThroughTheTopologyTest {

  private final Venue venue = new Venue();

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void aLatePaymentOfACustomerWhoHoldsAnotherSeatThereGoesBack() {
    venue.room("Blue room", "40.00");
    venue.slots(1, LocalDate.of(2027, 3, 5), 2);
    BookingSnapshot expired = venue.book(7, 1).getBookingAfter();
    venue.after(Duration.ofMinutes(15));
    BookingSnapshot second = venue.book(7, 1).getBookingAfter();
    venue.pay("p1", expired);
    assertThat(venue.refunds())
        .singleElement()
        .satisfies(refund -> assertThat(refund.getReason()).isEqualTo("late_payment"));
    venue.pay("p2", second);
    assertThat(venue.refunds()).isEmpty();
  }

  @Test
  void aSettlementOfAnotherRefundThanThePaymentsIsADeadLetter() {
    venue.pay("p1", 100_001, "40.00");
    venue.deadLetters();
    RefundRequested another =
        RefundRequested.newBuilder(venue.refunds().get(0)).setRefundId("refund-p2").build();
    venue.settle(another, SettlementStatus.SUCCEEDED);
    assertThat(venue.deadLetters())
        .singleElement()
        .extracting(letter -> new String(letter.headers().lastHeader("reason").value(), UTF_8))
        .isEqualTo("UNKNOWN_REFUND");
  }
}
