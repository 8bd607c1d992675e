package booking.worker.stream;

import booking.worker.slot.Slot;
import booking.worker.slot.SlotCommand;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a task's slots and bookings by time alone. A fault of one slot stops no other.
 */
final class SlotTimers {

  // A tick must be over well before its transaction times out; what is left waits for the next.
  private static final int DUE_A_TICK = 5_000;

  private final SlotWriter writer;
  private final TaskState task;
  private final Outbox outbox;
  private final ReadingPace pace;

  SlotTimers(SlotWriter writer, TaskState task, Outbox outbox, ReadingPace pace) {
    this.writer = writer;
    this.task = task;
    this.outbox = outbox;
    this.pace = pace;
  }

  /** Does what is due. */
  void tick(Instant now) {
    task.readOn(pace);
    for (long timeslotId : task.index().slotsWithDueHolds(now, DUE_A_TICK)) {
      onTime(timeslotId, new SlotCommand.ExpireHolds(), now);
    }
    for (long timeslotId : task.agenda().takeEnded(now, DUE_A_TICK)) {
      onTime(timeslotId, new SlotCommand.Complete(), now);
    }
    for (long timeslotId : task.agenda().takeForgotten(now, DUE_A_TICK)) {
      forget(timeslotId, now);
    }
  }

  /** Whether it was done, and not kept from it by a fault. */
  private boolean onTime(long timeslotId, SlotCommand command, Instant now) {
    Optional<Outcome> outcome =
        Trial.of(
            () -> writer.consider(writer.state(timeslotId), command, Cause.none(), now),
            bug -> outbox.faulty(timeslotId, bug));
    outcome.ifPresent(writer::carryOut);
    return outcome.isPresent();
  }

  private void forget(long timeslotId, Instant now) {
    Trial.of(() -> task.stores().slot(timeslotId), bug -> outbox.faulty(timeslotId, bug))
        .ifPresent(slot -> forget(timeslotId, slot, now));
  }

  private void forget(long timeslotId, Optional<Slot> slot, Instant now) {
    if (slot.isEmpty()) {
      task.firstAnswers().forget(timeslotId, task.agenda().longAgo(now));
    } else if (!task.agenda().forgottenAt(slot.get()).isAfter(now)
        // Nobody is to be left confirmed in a slot that nobody remembers, however late the tick is.
        && onTime(timeslotId, new SlotCommand.Complete(), now)) {
      writer.forget(timeslotId);
    }
    // Otherwise the slot came after the answer that was to be forgotten, and takes it along later.
  }
}
