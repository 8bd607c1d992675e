package booking.worker.slot;

import static booking.worker.slot.Decision.StrayReason.REFUND_ALREADY_SETTLED;
import static booking.worker.slot.Decision.StrayReason.UNKNOWN_BOOKING;
import static booking.worker.slot.Decision.StrayReason.UNKNOWN_REFUND;

import booking.worker.money.Money;
import booking.worker.slot.BookingState.Cancelled;
import booking.worker.slot.BookingState.Completed;
import booking.worker.slot.BookingState.Confirmed;
import booking.worker.slot.BookingState.Pending;
import booking.worker.slot.Refund.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One timeslot: what it offers, whether it is open, how its seats are taken.
 *
 * @param version of its last event: 1, 2, 3 … without a gap
 * @param open false once closed; full is something else
 */
public record Slot(
    long timeslotId,
    long version,
    Terms terms,
    boolean open,
    Seats seats,
    Instant createdAt,
    Instant updatedAt)
    implements SlotState {

  public Slot {
    if (seats.taken() > terms.seats()) {
      throw new IllegalStateException("a seat of slot " + timeslotId + " was sold twice");
    }
  }

  @Override
  public Decision decide(SlotCommand command, InView view, Instant now) {
    Slot slot = this;
    InView seen = view;
    List<SlotEvent> events = new ArrayList<>();
    for (Booking booking : view.bookings()) {
      if (booking.holdIsDue(now)) {
        SlotEvent.HoldReleased expired = release(booking, CancelReason.HOLD_EXPIRED, now);
        events.add(expired);
        slot = slot.after(expired);
        seen = seen.with(expired.after());
      }
    }
    Decision decision = command.askOf(slot, seen, now);
    events.addAll(decision.events());
    return new Decision(events, decision.answer());
  }

  /** The slot that an event leaves. */
  public Slot after(SlotEvent event) {
    Terms newTerms = event instanceof SlotEvent.TimeslotChanged changed ? changed.terms() : terms;
    boolean nowOpen =
        event instanceof SlotEvent.TimeslotOpened
            || (open && !(event instanceof SlotEvent.TimeslotClosed));
    return new Slot(
        timeslotId, version + 1, newTerms, nowOpen, seats.after(event), createdAt, event.at());
  }

  /** Seats that could be had, whether or not the slot is open. */
  public int remaining() {
    return terms.seats() - seats.taken();
  }

  @Override
  public Decision create(SlotCommand.Create command, Instant now) {
    return Decision.accepted();
  }

  @Override
  public Decision change(SlotCommand.Change command, Instant now) {
    Terms changed = terms.with(command.room(), command.refundPolicy());
    return changed.equals(terms)
        ? Decision.accepted()
        : Decision.accepted(new SlotEvent.TimeslotChanged(changed, now));
  }

  @Override
  public Decision book(SlotCommand.Book command, InView view, Instant now) {
    if (command.roomId().isPresent() && command.roomId().getAsLong() != terms.room().roomId()) {
      return Decision.refused(Refusal.ROOM_MISMATCH);
    }
    if (!open) {
      return Decision.refused(Refusal.TIMESLOT_CLOSED);
    }
    if (terms.startedAt(now)) {
      return Decision.refused(Refusal.TIMESLOT_STARTED);
    }
    if (view.hasLiveOf(command.userId())) {
      return Decision.refused(Refusal.ALREADY_BOOKED);
    }
    if (remaining() == 0) {
      return Decision.refused(Refusal.TIMESLOT_FULL);
    }
    if (seats.exhausted()) {
      return Decision.refused(Refusal.TIMESLOT_EXHAUSTED);
    }
    return Decision.accepted(seatFor(command, now));
  }

  private SlotEvent seatFor(SlotCommand.Book command, Instant now) {
    long bookingId = BookingNumber.bookingId(timeslotId, seats.lastNumber() + 1);
    Promise promise = Promise.of(terms, command.wishes());
    return terms.price().isZero()
        ? new SlotEvent.BookingGiven(Booking.free(bookingId, promise, command, now), now)
        : new SlotEvent.BookingHeld(Booking.held(bookingId, promise, command, now), now);
  }

  @Override
  public Decision cancel(SlotCommand.Cancel command, InView view, Instant now) {
    Optional<Booking> found = view.ownedBy(command.userId(), command.bookingId());
    if (found.isEmpty()) {
      return Decision.refused(Refusal.BOOKING_NOT_FOUND);
    }
    Booking booking = found.get();
    if (!booking.isLive()) {
      return cannotCancel(booking);
    }
    if (terms.startedAt(now)) {
      return Decision.refused(Refusal.TIMESLOT_STARTED);
    }
    return Decision.accepted(ended(booking.with(command.request()), CancelReason.USER, now));
  }

  @Override
  public Decision cancelByVenue(SlotCommand.CancelByVenue command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return Decision.refused(Refusal.BOOKING_NOT_FOUND);
    }
    Booking booking = found.get();
    return booking.isLive()
        ? Decision.accepted(ended(booking.with(command.request()), CancelReason.VENUE, now))
        : cannotCancel(booking);
  }

  private static Decision cannotCancel(Booking booking) {
    return Decision.refused(
        Refusal.CANNOT_CANCEL, "Cannot cancel booking with status: " + booking.state().word());
  }

  /** A live booking ends: a hold is let go, a paid seat is given back for what it is worth. */
  private SlotEvent ended(Booking booking, CancelReason reason, Instant now) {
    if (booking.state() instanceof Pending) {
      return release(booking, reason, now);
    }
    Money paid = booking.promise().price();
    Funding funding = booking.state().funding();
    if (funding instanceof Funding.Paid payment) {
      Money back = reason == CancelReason.VENUE ? paid : refundByPolicy(booking, now);
      Booking after = booking.cancelled(reason, back, now);
      return new SlotEvent.BookingCancelled(
          back.isZero() ? after : after.with(refund(booking, payment, back, reason, now)),
          reason,
          now);
    }
    Money nothing = Money.zero(paid.currency());
    return new SlotEvent.BookingCancelled(booking.cancelled(reason, nothing, now), reason, now);
  }

  private static Refund refund(
      Booking booking, Funding.Paid payment, Money amount, CancelReason why, Instant now) {
    Reason reason = why == CancelReason.VENUE ? Reason.VENUE : Reason.USER;
    return new Refund(
        payment.paymentId(), booking.bookingId(), amount, reason, now, new Refund.Requested());
  }

  private static Money refundByPolicy(Booking booking, Instant now) {
    Promise promise = booking.promise();
    Duration left = Duration.between(now, promise.startsAt());
    return promise.refundPolicy().refund(promise.price(), left);
  }

  private static SlotEvent.HoldReleased release(Booking booking, CancelReason why, Instant now) {
    Money nothing = Money.zero(booking.promise().price().currency());
    return new SlotEvent.HoldReleased(booking.cancelled(why, nothing, now), why, now);
  }

  @Override
  public Decision markNoShow(SlotCommand.MarkNoShow command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return Decision.refused(Refusal.BOOKING_NOT_FOUND);
    }
    Booking booking = found.get();
    if (!(booking.state() instanceof Confirmed || booking.state() instanceof Completed)) {
      return Decision.refused(Refusal.NOT_CONFIRMED);
    }
    if (!terms.startedAt(now)) {
      return Decision.refused(Refusal.TIMESLOT_NOT_STARTED);
    }
    Booking after = booking.with(command.request()).noShow(now);
    return Decision.accepted(new SlotEvent.BookingMissed(after, now));
  }

  @Override
  public Decision close(SlotCommand.Close command, InView view, Instant now) {
    List<SlotEvent> events = new ArrayList<>();
    if (open) {
      events.add(new SlotEvent.TimeslotClosed(now));
    }
    if (command.cancelBookings()) {
      view.bookings().stream()
          .filter(Booking::isLive)
          .forEach(booking -> events.add(ended(booking, CancelReason.VENUE, now)));
    }
    return Decision.accepted(events);
  }

  @Override
  public Decision open(Instant now) {
    return open ? Decision.accepted() : Decision.accepted(new SlotEvent.TimeslotOpened(now));
  }

  @Override
  public Decision pay(SlotCommand.Pay command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return NoSlot.returnForUnknownBooking(command, now);
    }
    Booking booking = found.get();
    Payment payment = command.payment();
    if (!payment.amount().equals(booking.promise().price())) {
      return giveBack(booking, payment, Reason.AMOUNT_MISMATCH, now);
    }
    if (booking.state() instanceof Pending) {
      return confirm(booking, payment, false, now);
    }
    if (!(booking.state() instanceof Cancelled cancelled)) {
      return giveBack(booking, payment, Reason.DUPLICATE_PAYMENT, now);
    }
    if (cancelled.reason() != CancelReason.HOLD_EXPIRED) {
      return giveBack(booking, payment, Reason.BOOKING_CANCELLED, now);
    }
    return canStillSeat(booking, view, now)
        ? confirm(booking, payment, true, now)
        : giveBack(booking, payment, Reason.LATE_PAYMENT, now);
  }

  /** Whether the seat of an expired hold can be had after all. */
  private boolean canStillSeat(Booking booking, InView view, Instant now) {
    return open && !terms.startedAt(now) && remaining() > 0 && !view.hasLiveOf(booking.userId());
  }

  private static Decision confirm(Booking booking, Payment payment, boolean late, Instant now) {
    Booking after = booking.confirmed(payment, now);
    return Decision.accepted(new SlotEvent.BookingPaid(after, payment, late, now));
  }

  private static Decision giveBack(Booking booking, Payment payment, Reason why, Instant now) {
    Refund refund = Refund.of(payment, booking.bookingId(), why, now);
    return Decision.accepted(
        new SlotEvent.PaymentReturned(booking.with(refund), payment, refund, now));
  }

  @Override
  public Decision failPayment(SlotCommand.FailPayment command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return Decision.stray(UNKNOWN_BOOKING);
    }
    Booking booking = found.get();
    return booking.state() instanceof Pending
        ? Decision.accepted(
            new SlotEvent.PaymentAttemptFailed(booking, command.paymentId(), command.reason(), now))
        : Decision.accepted();
  }

  @Override
  public Decision settleRefund(SlotCommand.SettleRefund command, InView view, Instant now) {
    Optional<Booking> found = view.booking(command.bookingId());
    if (found.isEmpty()) {
      return NoSlot.settleForUnknownBooking(command);
    }
    Booking booking = found.get();
    Optional<Refund> refund = booking.refund(command.refundId());
    if (refund.isEmpty()) {
      return Decision.stray(UNKNOWN_REFUND);
    }
    if (refund.get().state() instanceof Refund.Settled settled) {
      return settled.succeeded() == command.succeeded()
          ? Decision.accepted()
          : Decision.stray(REFUND_ALREADY_SETTLED);
    }
    Refund closed = refund.get().settled(command.succeeded(), command.detail(), now);
    return Decision.accepted(new SlotEvent.RefundClosed(booking.with(closed), closed, now));
  }

  @Override
  public Decision complete(InView view, Instant now) {
    if (!terms.endedAt(now)) {
      return Decision.accepted();
    }
    return Decision.accepted(
        view.bookings().stream()
            .filter(booking -> booking.state() instanceof Confirmed)
            .map(booking -> (SlotEvent) new SlotEvent.BookingCompleted(booking.completed(now), now))
            .toList());
  }
}
