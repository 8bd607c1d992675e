package booking.worker.stream;

import booking.worker.money.Money;
import booking.worker.money.RefundPolicy;
import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import booking.worker.slot.CancelReason;
import booking.worker.slot.Funding;
import booking.worker.slot.Promise;
import booking.worker.slot.RequestRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Bookings as the index sees them: whose, in which slot, held until when, and in which state. */
final class IndexedBookings {

  static final Instant TEN = Instant.parse("2027-03-01T10:00:00Z");

  private static final Instant START = Instant.parse("2027-03-05T09:00:00Z");
  private static final Promise PROMISE =
      new Promise(
          1,
          START,
          START.plus(Duration.ofHours(1)),
          new Money(4_000, "EUR"),
          new RefundPolicy(List.of()),
          new Promise.Wishes("", "", ""));

  private IndexedBookings() {}

  static Instant minutes(int afterTen) {
    return TEN.plus(Duration.ofMinutes(afterTen));
  }

  /** The slot's booking with this number, held by the user. */
  static Booking held(long timeslotId, int number, long userId, Instant until) {
    Instant now = until.minus(Duration.ofMinutes(15));
    return new Booking(
        BookingNumber.bookingId(timeslotId, number),
        userId,
        PROMISE,
        new BookingState.Pending(List.of()),
        until,
        now,
        now,
        List.of(),
        List.of(new RequestRef("r" + timeslotId + "-" + number, number)));
  }

  /** The booking after an attempt to pay it that failed. */
  static Booking failed(Booking held) {
    return in(held, new BookingState.Pending(List.of("p1")));
  }

  static Booking confirmed(Booking booking) {
    return in(booking, new BookingState.Confirmed(new Funding.Paid("p1")));
  }

  static Booking completed(Booking booking) {
    return in(booking, new BookingState.Completed(booking.state().funding()));
  }

  static Booking cancelled(Booking booking) {
    Funding funding = booking.state().funding();
    return in(
        booking, new BookingState.Cancelled(CancelReason.USER, TEN, funding, new Money(0, "EUR")));
  }

  private static Booking in(Booking booking, BookingState state) {
    return new Booking(
        booking.bookingId(),
        booking.userId(),
        booking.promise(),
        state,
        booking.heldUntil(),
        booking.createdAt(),
        booking.updatedAt(),
        booking.refunds(),
        booking.requests());
  }
}
