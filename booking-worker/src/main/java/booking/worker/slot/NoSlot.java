package booking.worker.slot;

import static booking.worker.slot.Decision.StrayReason.UNKNOWN_BOOKING;

import java.time.Instant;

/** A timeslot that was never made, or whose time to be remembered is over. */
public record NoSlot(long timeslotId) implements SlotState {

  @Override
  public Decision decide(SlotCommand command, InView view, Instant now) {
    return command.askOf(this, view, now);
  }

  @Override
  public Decision create(SlotCommand.Create command, Instant now) {
    return Decision.accepted(new SlotEvent.TimeslotCreated(command.terms(), now));
  }

  /** The slot that the creating event leaves. */
  public Slot after(SlotEvent.TimeslotCreated created) {
    return new Slot(
        timeslotId, 1, created.terms(), true, new Seats(0, 0, 0), created.at(), created.at());
  }

  @Override
  public Decision change(SlotCommand.Change command, Instant now) {
    return Decision.accepted();
  }

  @Override
  public Decision book(SlotCommand.Book command, InView view, Instant now) {
    return Decision.refused(Refusal.TIMESLOT_NOT_FOUND);
  }

  @Override
  public Decision cancel(SlotCommand.Cancel command, InView view, Instant now) {
    return Decision.refused(Refusal.BOOKING_NOT_FOUND);
  }

  @Override
  public Decision cancelByVenue(SlotCommand.CancelByVenue command, InView view, Instant now) {
    return Decision.refused(Refusal.BOOKING_NOT_FOUND);
  }

  @Override
  public Decision markNoShow(SlotCommand.MarkNoShow command, InView view, Instant now) {
    return Decision.refused(Refusal.BOOKING_NOT_FOUND);
  }

  @Override
  public Decision close(SlotCommand.Close command, InView view, Instant now) {
    return Decision.refused(Refusal.TIMESLOT_NOT_FOUND);
  }

  @Override
  public Decision open(Instant now) {
    return Decision.refused(Refusal.TIMESLOT_NOT_FOUND);
  }

  @Override
  public Decision pay(SlotCommand.Pay command, InView view, Instant now) {
    return Paying.forUnknownBooking(command, now);
  }

  @Override
  public Decision failPayment(SlotCommand.FailPayment command, InView view, Instant now) {
    return Decision.stray(UNKNOWN_BOOKING);
  }

  @Override
  public Decision settleRefund(SlotCommand.SettleRefund command, InView view, Instant now) {
    return Paying.settleForUnknownBooking(command);
  }

  @Override
  public Decision complete(InView view, Instant now) {
    return Decision.accepted();
  }
}
