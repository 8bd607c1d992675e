package booking.worker.stream;

import static booking.schemas.NotificationKind.BOOKING_CANCELLED;
import static booking.schemas.NotificationKind.BOOKING_COMPLETED;
import static booking.schemas.NotificationKind.BOOKING_CONFIRMED;
import static booking.schemas.NotificationKind.BOOKING_HELD;
import static booking.schemas.NotificationKind.HOLD_EXPIRED;
import static booking.schemas.NotificationKind.PAYMENT_FAILED;
import static booking.schemas.NotificationKind.PAYMENT_REFUNDED;
import static booking.schemas.NotificationKind.REFUND_FAILED;
import static booking.schemas.NotificationKind.REFUND_SETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingNotification;
import booking.schemas.BookingSnapshot;
import booking.schemas.NotificationKind;
import booking.schemas.SettlementStatus;
import booking.schemas.command.Cancel;
import booking.schemas.command.CancelByVenue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the booking's user is told, kind by kind (rules.md, section 6). */
class NotificationsTest {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);
  private static final Duration TO_THE_SLOTS_END = Duration.ofDays(5);

  private final Venue venue = new Venue();
  private final Venue talkative =
      new Venue(
          new Rules(
              Venue.rules().holdTime(),
              Venue.rules().retention(),
              Venue.rules().refundPolicy(),
              Venue.rules().currency(),
              Venue.rules().timeZone(),
              true));
  private final Set<NotificationKind> told = EnumSet.noneOf(NotificationKind.class);

  @AfterEach
  void close() {
    venue.close();
    talkative.close();
  }

  private BookingSnapshot held() {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 1);
    return venue.book(7, 1).getBookingAfter();
  }

  private BookingNotification told(NotificationKind kind) {
    List<BookingNotification> all = venue.notifications();
    BookingNotification last = all.get(all.size() - 1);
    assertThat(last.getKind()).isEqualTo(kind);
    assertThat(last.getUserId()).isEqualTo(7);
    assertThat(last.getBookingId()).isEqualTo(100_001);
    told.add(kind);
    return last;
  }

  @Test
  void aHoldTellsUntilWhenAndHowMuchToPayAndWhatIsBooked() {
    BookingSnapshot held = held();
    BookingNotification notification = told(BOOKING_HELD);
    assertThat(notification.getHoldExpiresAt()).isEqualTo(held.getHoldExpiresAt());
    assertThat(notification.getAmount()).isEqualTo(new BigDecimal("40.00"));
    assertThat(notification.getCurrency()).isEqualTo("EUR");
    assertThat(notification.getRoomName()).isEqualTo("Blue room");
    assertThat(notification.getLocalStart()).isEqualTo("2027-03-05T09:00");
    assertThat(notification.getTimeZone()).isEqualTo("Europe/Berlin");
    // Its slot was created as version 1.
    assertThat(notification.getNotificationId()).isEqualTo("100001-booking_held-2");
  }

  @Test
  void whatBecomesOfAPaidBookingIsTold() {
    BookingSnapshot held = held();
    venue.failPayment("p0", held.getBookingId());
    assertThat(told(PAYMENT_FAILED).getReason()).isEqualTo("card declined");
    venue.pay("p1", held);
    assertThat(told(BOOKING_CONFIRMED).getAmount()).isEqualTo(new BigDecimal("40.00"));
    venue.pay("p2", held);
    BookingNotification returned = told(PAYMENT_REFUNDED);
    assertThat(returned.getReason()).isEqualTo("duplicate_payment");
    assertThat(returned.getRefundAmount()).isEqualTo(new BigDecimal("40.00"));
    assertThat(returned.getRefundCurrency()).isEqualTo("EUR");
    venue.settle(venue.refunds().get(0), SettlementStatus.SUCCEEDED);
    assertThat(told(REFUND_SETTLED).getRefundAmount()).isEqualTo(new BigDecimal("40.00"));
    venue.ask(7, 1, new Cancel(held.getBookingId()));
    BookingNotification cancelled = told(BOOKING_CANCELLED);
    assertThat(cancelled.getReason()).isEqualTo("user");
    assertThat(cancelled.getRefundAmount()).isEqualTo(new BigDecimal("40.00"));
    venue.settle(venue.refunds().get(0), SettlementStatus.FAILED);
    assertThat(told(REFUND_FAILED).getRefundAmount()).isEqualTo(new BigDecimal("40.00"));
    assertThat(told)
        .containsExactlyInAnyOrder(
            PAYMENT_FAILED,
            BOOKING_CONFIRMED,
            PAYMENT_REFUNDED,
            REFUND_SETTLED,
            BOOKING_CANCELLED,
            REFUND_FAILED);
  }

  @Test
  void aHoldThatRanOutIsToldAsSuchAndALatePaymentGoesBackWithItsReason() {
    BookingSnapshot held = held();
    venue.after(Duration.ofMinutes(15));
    assertThat(told(HOLD_EXPIRED).getRefundAmount()).isNull();
    venue.book(8, 1);
    venue.notifications();
    venue.pay("p1", held);
    assertThat(told(PAYMENT_REFUNDED).getReason()).isEqualTo("late_payment");
  }

  @Test
  void aCancellationByTheVenueSaysSoAndOneOfAHoldRefundsNothing() {
    BookingSnapshot held = held();
    venue.ask(Venue.ADMIN, 1, new CancelByVenue(held.getBookingId()));
    BookingNotification cancelled = told(BOOKING_CANCELLED);
    assertThat(cancelled.getReason()).isEqualTo("venue");
    assertThat(cancelled.getRefundAmount()).isNull();
  }

  @Test
  void aWrongAmountGoesBackWithItsReason() {
    venue.pay("p1", held().getBookingId(), "39.99");
    BookingNotification returned = told(PAYMENT_REFUNDED);
    assertThat(returned.getReason()).isEqualTo("amount_mismatch");
    assertThat(returned.getRefundAmount()).isEqualTo(new BigDecimal("39.99"));
  }

  @Test
  void completionIsToldOnlyWhereItIsWanted() {
    assertThat(kindsUntilTheEnd(venue)).containsExactly(BOOKING_HELD, BOOKING_CONFIRMED);
    assertThat(kindsUntilTheEnd(talkative))
        .containsExactly(BOOKING_HELD, BOOKING_CONFIRMED, BOOKING_COMPLETED);
  }

  private static List<NotificationKind> kindsUntilTheEnd(Venue venue) {
    venue.room("Blue room", "40.00");
    venue.slots(1, DAY, 1);
    venue.pay("p1", venue.book(7, 1).getBookingAfter());
    venue.after(TO_THE_SLOTS_END);
    return venue.notifications().stream().map(BookingNotification::getKind).toList();
  }

  @Test
  void noTwoNotificationsHaveTheSameId() {
    BookingSnapshot held = held();
    for (String payment : Arrays.asList("p1", "p2", "p3", "p2")) {
      venue.pay(payment, held);
    }
    assertThat(venue.notifications())
        .hasSize(4)
        .extracting(BookingNotification::getNotificationId)
        .doesNotHaveDuplicates();
  }
}
