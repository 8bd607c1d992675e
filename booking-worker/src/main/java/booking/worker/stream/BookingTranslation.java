package booking.worker.stream;

import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.PaymentStatus;
import booking.schemas.internal.AcceptedRequest;
import booking.schemas.internal.BookingRecord;
import booking.worker.money.Money;
import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import booking.worker.slot.BookingState.Cancelled;
import booking.worker.slot.BookingState.Completed;
import booking.worker.slot.BookingState.Confirmed;
import booking.worker.slot.BookingState.NoShow;
import booking.worker.slot.BookingState.Pending;
import booking.worker.slot.CancelReason;
import booking.worker.slot.Funding;
import booking.worker.slot.Promise;
import booking.worker.slot.Promise.Wishes;
import booking.worker.slot.RequestRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bookings in and out of Avro. */
final class BookingTranslation {

  private BookingTranslation() {}

  static BookingRecord record(Left.LeftBooking left) {
    Booking booking = left.booking();
    return new BookingRecord(
        left.snapshot(),
        booking.heldUntil(),
        Each.of(booking.refunds(), RefundTranslation::toAvro),
        Each.of(
            booking.requests(),
            request -> new AcceptedRequest(request.requestId(), request.fingerprint())),
        booking.state() instanceof Pending pending ? pending.failedPayments() : List.of(),
        SlotTranslation.numbers(left.slot()));
  }

  static Booking booking(BookingRecord record) {
    BookingSnapshot snapshot = record.getSnapshot();
    List<RequestRef> requests =
        record.getRequests().stream()
            .map(request -> new RequestRef(request.getRequestId(), request.getFingerprint()))
            .toList();
    return new Booking(
        snapshot.getBookingId(),
        snapshot.getUserId(),
        promise(snapshot),
        state(record),
        record.getHeldUntil(),
        snapshot.getCreatedAt(),
        snapshot.getUpdatedAt(),
        record.getRefunds().stream().map(RefundTranslation::refund).toList(),
        requests);
  }

  // By its constructor, as all that is made for each booking: a builder looks at every field twice.
  static BookingSnapshot snapshot(Booking booking) {
    Promise promise = booking.promise();
    Promise.Wishes wishes = promise.wishes();
    BookingState state = booking.state();
    Optional<Cancelled> cancelled =
        Optional.of(state).filter(Cancelled.class::isInstance).map(Cancelled.class::cast);
    return new BookingSnapshot(
        booking.bookingId(),
        booking.userId(),
        BookingNumber.timeslotId(booking.bookingId()),
        promise.roomId(),
        status(state),
        paymentStatus(state),
        promise.price().toDecimal(),
        promise.price().currency(),
        promise.startsAt(),
        promise.endsAt(),
        Tiers.toAvro(promise.refundPolicy()),
        orNull(wishes.bookingType()),
        orNull(wishes.notes()),
        orNull(wishes.metadata()),
        state.funding() instanceof Funding.Paid paid ? paid.paymentId() : null,
        state instanceof Pending ? booking.heldUntil() : null,
        cancelled.map(Cancelled::reason).map(BookingTranslation::reason).orElse(null),
        cancelled.map(Cancelled::refunded).map(Money::toDecimal).orElse(null),
        booking.createdAt(),
        booking.updatedAt(),
        cancelled.map(Cancelled::at).orElse(null));
  }

  private static Promise promise(BookingSnapshot snapshot) {
    return new Promise(
        snapshot.getRoomId(),
        snapshot.getStartsAt(),
        snapshot.getEndsAt(),
        Money.of(snapshot.getPrice(), snapshot.getCurrency()),
        Tiers.toPolicy(snapshot.getRefundPolicy()),
        new Wishes(
            orEmpty(snapshot.getBookingType()),
            orEmpty(snapshot.getNotes()),
            orEmpty(snapshot.getMetadata())));
  }

  private static BookingState state(BookingRecord record) {
    BookingSnapshot snapshot = record.getSnapshot();
    Funding funding = funding(snapshot);
    return switch (snapshot.getStatus()) {
      case PENDING -> new Pending(record.getFailedPayments());
      case CONFIRMED -> new Confirmed(funding);
      case COMPLETED -> new Completed(funding);
      case NO_SHOW -> new NoShow(funding);
      case CANCELLED ->
          new Cancelled(
              reason(snapshot.getCancelReason()),
              snapshot.getCancelledAt(),
              funding,
              Money.of(snapshot.getRefundAmount(), snapshot.getCurrency()));
      case UNKNOWN -> throw new IllegalStateException("a booking without a status was stored");
    };
  }

  private static Funding funding(BookingSnapshot snapshot) {
    if (snapshot.getPaymentId() != null) {
      return new Funding.Paid(snapshot.getPaymentId());
    }
    return snapshot.getPaymentStatus() == PaymentStatus.PENDING
        ? new Funding.Unpaid()
        : new Funding.Free();
  }

  private static BookingStatus status(BookingState state) {
    if (state instanceof Pending) {
      return BookingStatus.PENDING;
    } else if (state instanceof Confirmed) {
      return BookingStatus.CONFIRMED;
    } else if (state instanceof Completed) {
      return BookingStatus.COMPLETED;
    } else if (state instanceof NoShow) {
      return BookingStatus.NO_SHOW;
    }
    return BookingStatus.CANCELLED;
  }

  private static PaymentStatus paymentStatus(BookingState state) {
    if (state.funding() instanceof Funding.Unpaid) {
      return PaymentStatus.PENDING;
    }
    boolean refunded = state instanceof Cancelled cancelled && cancelled.refunded().isPositive();
    return refunded ? PaymentStatus.REFUNDED : PaymentStatus.PAID;
  }

  static booking.schemas.CancelReason reason(CancelReason reason) {
    return switch (reason) {
      case USER -> booking.schemas.CancelReason.USER;
      case VENUE -> booking.schemas.CancelReason.VENUE;
      case HOLD_EXPIRED -> booking.schemas.CancelReason.HOLD_EXPIRED;
    };
  }

  private static CancelReason reason(booking.schemas.CancelReason reason) {
    return switch (reason) {
      case USER -> CancelReason.USER;
      case VENUE -> CancelReason.VENUE;
      case HOLD_EXPIRED -> CancelReason.HOLD_EXPIRED;
      case UNKNOWN -> throw new IllegalStateException("a cancellation without a reason was stored");
    };
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String orEmpty(@Nullable String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
