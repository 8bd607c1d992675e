package booking.worker.slot;

import java.time.Instant;

/** A timeslot as its writer finds it: there, or not. */
public sealed interface SlotState permits Slot, NoSlot {

  /**
   * Decides a command.
   *
   * @param view the bookings that the command is about, and all whose hold is due at {@code now}
   * @param now the timestamp of the record that carries the command
   */
  Decision decide(SlotCommand command, InView view, Instant now);

  Decision create(SlotCommand.Create command, Instant now);

  Decision change(SlotCommand.Change command, Instant now);

  Decision book(SlotCommand.Book command, InView view, Instant now);

  Decision cancel(SlotCommand.Cancel command, InView view, Instant now);

  Decision cancelByVenue(SlotCommand.CancelByVenue command, InView view, Instant now);

  Decision markNoShow(SlotCommand.MarkNoShow command, InView view, Instant now);

  Decision close(SlotCommand.Close command, InView view, Instant now);

  Decision open(Instant now);

  Decision pay(SlotCommand.Pay command, InView view, Instant now);

  Decision failPayment(SlotCommand.FailPayment command, InView view, Instant now);

  Decision settleRefund(SlotCommand.SettleRefund command, InView view, Instant now);

  Decision complete(InView view, Instant now);
}
