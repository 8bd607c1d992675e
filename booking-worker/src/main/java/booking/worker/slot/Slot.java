package booking.worker.slot;

import booking.worker.slot.BookingState.Completed;
import booking.worker.slot.BookingState.Confirmed;
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
    List<Booking> seen = new ArrayList<>();
    List<SlotEvent> events = new ArrayList<>();
    for (Booking booking : view.bookings()) {
      if (booking.holdIsDue(now)) {
        SlotEvent.HoldReleased expired =
            Cancelling.release(booking, CancelReason.HOLD_EXPIRED, now);
        events.add(expired);
        slot = slot.after(expired);
        seen.add(expired.after());
      } else {
        seen.add(booking);
      }
    }
    Decision decision = command.askOf(slot, new InView(seen), now);
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
    return Cancelling.byOwner(this, command, view, now);
  }

  @Override
  public Decision cancelByVenue(SlotCommand.CancelByVenue command, InView view, Instant now) {
    return Cancelling.byVenue(command, view, now);
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
          .forEach(booking -> events.add(Cancelling.end(booking, CancelReason.VENUE, now)));
    }
    return Decision.accepted(events);
  }

  @Override
  public Decision open(Instant now) {
    return open ? Decision.accepted() : Decision.accepted(new SlotEvent.TimeslotOpened(now));
  }

  @Override
  public Decision pay(SlotCommand.Pay command, InView view, Instant now) {
    return Paying.pay(this, command, view, now);
  }

  /** Whether this user can have a seat now, though nobody is asking for one. */
  boolean canSeat(long userId, InView view, Instant now) {
    return open && !terms.startedAt(now) && remaining() > 0 && !view.hasLiveOf(userId);
  }

  @Override
  public Decision failPayment(SlotCommand.FailPayment command, InView view, Instant now) {
    return Paying.failed(command, view, now);
  }

  @Override
  public Decision settleRefund(SlotCommand.SettleRefund command, InView view, Instant now) {
    return Paying.settle(command, view, now);
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
