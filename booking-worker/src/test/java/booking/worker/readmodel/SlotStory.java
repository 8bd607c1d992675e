package booking.worker.readmodel;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.CancelReason;
import booking.schemas.Payment;
import booking.schemas.PaymentStatus;
import booking.schemas.Refund;
import booking.schemas.RefundStatus;
import booking.schemas.RefundTier;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.Topics;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.BookingCompleted;
import booking.schemas.fact.BookingConfirmed;
import booking.schemas.fact.BookingHeld;
import booking.schemas.fact.BookingNoShow;
import booking.schemas.fact.Other;
import booking.schemas.fact.PaymentAttemptFailed;
import booking.schemas.fact.PaymentRefunded;
import booking.schemas.fact.RefundClosed;
import booking.schemas.fact.TimeslotChanged;
import booking.schemas.fact.TimeslotClosed;
import booking.schemas.fact.TimeslotCreated;
import booking.schemas.fact.TimeslotOpened;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The events of one slot as a worker would emit them, each a minute after the one before. */
final class SlotStory {

  static final BigDecimal PRICE = new BigDecimal("40.00");
  private static final Wire WIRE = new Wire();
  private static final Instant BEGIN = Instant.parse("2027-03-01T08:00:00Z");

  private final List<BookingEvent> events = new ArrayList<>();
  private final Map<Long, BookingSnapshot> bookings = new TreeMap<>();
  private TimeslotSnapshot timeslot;

  /** A slot of room {@code timeslotId / 1000}, each on a day of its own. */
  SlotStory(long timeslotId) {
    Instant start = Instant.parse("2027-04-01T10:00:00Z").plus(Duration.ofDays(timeslotId));
    timeslot =
        TimeslotSnapshot.newBuilder()
            .setTimeslotId(timeslotId)
            .setVersion(0)
            .setRoomId(timeslotId / 1000)
            .setRoomName("Blue room")
            .setTimeZone("Europe/Berlin")
            .setStartsAt(start)
            .setEndsAt(start.plus(Duration.ofMinutes(30)))
            .setPrice(PRICE)
            .setCurrency("EUR")
            .setRefundPolicy(List.of(new RefundTier(24, 100)))
            .setMaxBookings(3)
            .setOpen(true)
            .setHeld(0)
            .setConfirmed(0)
            .setCreatedAt(BEGIN)
            .setUpdatedAt(BEGIN)
            .build();
  }

  List<BookingEvent> events() {
    return List.copyOf(events);
  }

  BookingEvent last() {
    return events.get(events.size() - 1);
  }

  SlotStory created() {
    return tell(new TimeslotCreated(), Optional.empty(), Optional.empty());
  }

  SlotStory changed() {
    return tell(new TimeslotChanged(), Optional.empty(), Optional.empty());
  }

  /** Something that only a younger schema can tell. */
  SlotStory somethingElse() {
    return tell(new Other(), Optional.empty(), Optional.empty());
  }

  SlotStory opened(boolean open) {
    timeslot = TimeslotSnapshot.newBuilder(timeslot).setOpen(open).build();
    SpecificRecord fact = open ? new TimeslotOpened() : new TimeslotClosed();
    return tell(fact, Optional.empty(), Optional.of("gate-" + nextVersion()));
  }

  SlotStory held(int n, long userId) {
    count(1, 0);
    BookingSnapshot booking =
        BookingSnapshot.newBuilder()
            .setBookingId(bookingId(n))
            .setUserId(userId)
            .setTimeslotId(timeslot.getTimeslotId())
            .setRoomId(timeslot.getRoomId())
            .setStatus(BookingStatus.PENDING)
            .setPaymentStatus(PaymentStatus.PENDING)
            .setPrice(PRICE)
            .setCurrency("EUR")
            .setStartsAt(timeslot.getStartsAt())
            .setEndsAt(timeslot.getEndsAt())
            .setBookingType("visit")
            .setNotes("by the window")
            .setMetadata("{\"guests\":2}")
            .setHoldExpiresAt(now().plus(Duration.ofMinutes(15)))
            .setCreatedAt(now())
            .setUpdatedAt(now())
            .build();
    return tell(new BookingHeld(), Optional.of(booking), Optional.of("book-" + bookingId(n)));
  }

  SlotStory paid(int n) {
    count(-1, 1);
    return tell(
        new BookingConfirmed(payment("p-" + bookingId(n))),
        Optional.of(
            change(n)
                .setStatus(BookingStatus.CONFIRMED)
                .setPaymentStatus(PaymentStatus.PAID)
                .setPaymentId("p-" + bookingId(n))
                .setHoldExpiresAt(null)
                .build()),
        Optional.empty());
  }

  /** Half of what was paid goes back. */
  SlotStory cancelledByUser(int n) {
    count(0, -1);
    Refund refund = refund("p-" + bookingId(n), n, "20.00", "user");
    return tell(
        new BookingCancelled(CancelReason.USER, refund),
        Optional.of(
            change(n)
                .setStatus(BookingStatus.CANCELLED)
                .setPaymentStatus(PaymentStatus.REFUNDED)
                .setCancelReason(CancelReason.USER)
                .setRefundAmount(refund.getAmount())
                .setCancelledAt(now())
                .build()),
        Optional.of("cancel-" + bookingId(n)));
  }

  SlotStory expired(int n) {
    count(-1, 0);
    return tell(
        new BookingCancelled(CancelReason.HOLD_EXPIRED, null),
        Optional.of(
            change(n)
                .setStatus(BookingStatus.CANCELLED)
                .setCancelReason(CancelReason.HOLD_EXPIRED)
                .setHoldExpiresAt(null)
                .setCancelledAt(now())
                .build()),
        Optional.empty());
  }

  SlotStory completed(int n) {
    return tell(
        new BookingCompleted(),
        Optional.of(change(n).setStatus(BookingStatus.COMPLETED).build()),
        Optional.empty());
  }

  SlotStory noShow(int n) {
    return tell(
        new BookingNoShow(),
        Optional.of(change(n).setStatus(BookingStatus.NO_SHOW).build()),
        Optional.of("no-show-" + bookingId(n)));
  }

  SlotStory paymentSentBack(int n, String paymentId) {
    return tell(
        new PaymentRefunded(payment(paymentId), refund(paymentId, n, "40.00", "late_payment")),
        Optional.of(change(n).build()),
        Optional.empty());
  }

  SlotStory paymentFailed(int n) {
    return tell(
        new PaymentAttemptFailed("p-failed", "card declined"),
        Optional.of(change(n).build()),
        Optional.empty());
  }

  SlotStory refundClosed(int n, String paymentId, RefundStatus status) {
    Refund closed =
        Refund.newBuilder(refund(paymentId, n, "20.00", "user"))
            .setStatus(status)
            .setSettledAt(now())
            .setDetail("said the bank")
            .build();
    return tell(new RefundClosed(closed), Optional.of(change(n).build()), Optional.empty());
  }

  long bookingId(int n) {
    return timeslot.getTimeslotId() * 100_000 + n;
  }

  private SlotStory tell(
      SpecificRecord fact, Optional<BookingSnapshot> booking, Optional<String> requestId) {
    long version = nextVersion();
    Instant now = now();
    timeslot = TimeslotSnapshot.newBuilder(timeslot).setVersion(version).setUpdatedAt(now).build();
    booking.ifPresent(after -> bookings.put(after.getBookingId(), after));
    BookingEvent.Builder event =
        BookingEvent.newBuilder()
            .setEventId(timeslot.getTimeslotId() + "-" + version)
            .setTimeslotId(timeslot.getTimeslotId())
            .setVersion(version)
            .setOccurredAt(now)
            .setFact(fact)
            .setTimeslotAfter(timeslot);
    booking.ifPresent(event::setBookingAfter);
    requestId.ifPresent(id -> event.setRequestId(id).setRequestedBy(7L));
    events.add(WIRE.sent(Topics.BOOKING_EVENTS, event.build()));
    return this;
  }

  private BookingSnapshot.Builder change(int n) {
    return BookingSnapshot.newBuilder(bookings.get(bookingId(n))).setUpdatedAt(now());
  }

  private void count(int held, int confirmed) {
    timeslot =
        TimeslotSnapshot.newBuilder(timeslot)
            .setHeld(timeslot.getHeld() + held)
            .setConfirmed(timeslot.getConfirmed() + confirmed)
            .build();
  }

  private Payment payment(String paymentId) {
    return new Payment(paymentId, PRICE, "EUR", now().minusSeconds(1));
  }

  private Refund refund(String paymentId, int n, String amount, String reason) {
    return Refund.newBuilder()
        .setRefundId("r-" + paymentId)
        .setPaymentId(paymentId)
        .setBookingId(bookingId(n))
        .setAmount(new BigDecimal(amount))
        .setCurrency("EUR")
        .setReason(reason)
        .setStatus(RefundStatus.REQUESTED)
        .setRequestedAt(now())
        .build();
  }

  private long nextVersion() {
    return timeslot.getVersion() + 1;
  }

  private Instant now() {
    return BEGIN.plus(Duration.ofMinutes(nextVersion()));
  }
}
