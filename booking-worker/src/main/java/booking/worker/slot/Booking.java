package booking.worker.slot;

import booking.worker.money.Money;
import booking.worker.slot.BookingState.Cancelled;
import booking.worker.slot.BookingState.Completed;
import booking.worker.slot.BookingState.Confirmed;
import booking.worker.slot.BookingState.NoShow;
import booking.worker.slot.BookingState.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One customer's seat in a timeslot, from hold to refund.
 *
 * @param bookingId {@code timeslotId * 100000 + n}
 * @param heldUntil when its hold ends, ended, or would have; the creation time if it was free
 * @param refunds of this booking's payments, oldest first
 * @param requests the accepted requests that changed it, the one that made it first
 */
public record Booking(
    long bookingId,
    long userId,
    Promise promise,
    BookingState state,
    Instant heldUntil,
    Instant createdAt,
    Instant updatedAt,
    List<Refund> refunds,
    List<RequestRef> requests) {

  public Booking {
    refunds = List.copyOf(refunds);
    requests = List.copyOf(requests);
  }

  static Booking held(long bookingId, Promise promise, SlotCommand.Book book, Instant now) {
    Instant until = now.plus(book.holdTime());
    if (until.isAfter(promise.startsAt())) {
      until = promise.startsAt();
    }
    BookingState state = Pending.unpaid();
    return new Booking(
        bookingId,
        book.userId(),
        promise,
        state,
        until,
        now,
        now,
        List.of(),
        List.of(book.request()));
  }

  static Booking free(long bookingId, Promise promise, SlotCommand.Book book, Instant now) {
    BookingState state = new Confirmed(new Funding.Free());
    return new Booking(
        bookingId,
        book.userId(),
        promise,
        state,
        now,
        now,
        now,
        List.of(),
        List.of(book.request()));
  }

  /** Whether it takes a seat that others cannot have. */
  public boolean isLive() {
    return state instanceof Pending || state instanceof Confirmed;
  }

  /** Whether its hold has run out and nobody has said so yet. */
  public boolean holdIsDue(Instant now) {
    return state instanceof Pending && !heldUntil.isAfter(now);
  }

  /** As the customer first got it: held, or confirmed if it was free. */
  public Booking asFirstAnswered() {
    boolean free = promise.price().isZero();
    return new Booking(
        bookingId,
        userId,
        promise,
        free ? new Confirmed(new Funding.Free()) : Pending.unpaid(),
        heldUntil,
        createdAt,
        createdAt,
        List.of(),
        requests.subList(0, 1));
  }

  /** The refund with this id, if one of its payments was sent back. */
  Optional<Refund> refund(String refundId) {
    return refunds.stream().filter(refund -> refund.refundId().equals(refundId)).findFirst();
  }

  /** Still held; an attempt to pay is no change that the customer made. */
  Booking after(Pending attempt) {
    return in(attempt, updatedAt);
  }

  Booking confirmed(Payment payment, Instant now) {
    return in(new Confirmed(new Funding.Paid(payment.paymentId())), now);
  }

  Booking cancelled(CancelReason reason, Money refunded, Instant now) {
    return in(new Cancelled(reason, now, state.funding(), refunded), now);
  }

  Booking completed(Instant now) {
    return in(new Completed(state.funding()), now);
  }

  Booking noShow(Instant now) {
    return in(new NoShow(state.funding()), now);
  }

  Booking with(RequestRef request) {
    List<RequestRef> all = new ArrayList<>(requests);
    all.add(request);
    return new Booking(
        bookingId, userId, promise, state, heldUntil, createdAt, updatedAt, refunds, all);
  }

  /** With this refund added, or in the place of its earlier self. */
  Booking with(Refund refund) {
    List<Refund> all = new ArrayList<>(refunds);
    all.removeIf(earlier -> earlier.refundId().equals(refund.refundId()));
    all.add(refund);
    return new Booking(
        bookingId, userId, promise, state, heldUntil, createdAt, updatedAt, all, requests);
  }

  private Booking in(BookingState newState, Instant now) {
    return new Booking(
        bookingId, userId, promise, newState, heldUntil, createdAt, now, refunds, requests);
  }
}
