package booking.worker.slot;

import static booking.worker.slot.Decision.StrayReason.REFUND_FAILED;
import static booking.worker.slot.Decision.StrayReason.UNKNOWN_BOOKING;

import booking.worker.slot.Refund.Reason;
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
    return returnForUnknownBooking(command, now);
  }

  @Override
  public Decision failPayment(SlotCommand.FailPayment command, InView view, Instant now) {
    return Decision.stray(UNKNOWN_BOOKING);
  }

  @Override
  public Decision settleRefund(SlotCommand.SettleRefund command, InView view, Instant now) {
    return settleForUnknownBooking(command);
  }

  @Override
  public Decision complete(InView view, Instant now) {
    return Decision.accepted();
  }

  static Decision returnForUnknownBooking(SlotCommand.Pay command, Instant now) {
    return Decision.returned(
        Refund.of(command.payment(), command.bookingId(), Reason.UNKNOWN_BOOKING, now));
  }

  /** No booking remembers this refund; only a failure needs somebody to look at it. */
  static Decision settleForUnknownBooking(SlotCommand.SettleRefund command) {
    return command.succeeded() ? Decision.accepted() : Decision.stray(REFUND_FAILED);
  }
}
