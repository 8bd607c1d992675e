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
  private final SlotStores stores;
  private final SlotWriter.Derived derived;
  private final Outbox outbox;

  SlotTimers(SlotWriter writer, SlotStores stores, SlotWriter.Derived derived, Outbox outbox) {
    this.writer = writer;
    this.stores = stores;
    this.derived = derived;
    this.outbox = outbox;
    stores.forEachAnswer(answer -> answered(answer.getTimeslotId(), answer.getDecidedAt()));
  }

  /** Sees to it that what was answered where no slot is will not be kept for ever. */
  void answered(long timeslotId, Instant answeredAt) {
    if (stores.slot(timeslotId).isEmpty()) {
      derived.agenda().forgetsAnswers(timeslotId, answeredAt);
    }
  }

  /** Does what is due. */
  void tick(Instant now) {
    for (long timeslotId : derived.index().slotsWithDueHolds(now, DUE_A_TICK)) {
      onTime(timeslotId, new SlotCommand.ExpireHolds(), now);
    }
    for (long timeslotId : derived.agenda().takeEnded(now, DUE_A_TICK)) {
      onTime(timeslotId, new SlotCommand.Complete(), now);
    }
    for (long timeslotId : derived.agenda().takeForgotten(now, DUE_A_TICK)) {
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
    Optional<Slot> slot = stores.slot(timeslotId);
    if (slot.isEmpty()) {
      Instant longAgo = derived.agenda().longAgo(now);
      writer.forgetAnswers(timeslotId, longAgo);
    } else if (!derived.agenda().forgottenAt(slot.get()).isAfter(now)
        // Nobody is to be left confirmed in a slot that nobody remembers, however late the tick is.
        && onTime(timeslotId, new SlotCommand.Complete(), now)) {
      writer.forget(timeslotId);
    }
    // Otherwise the slot came after the answer that was to be forgotten, and takes it along later.
  }
}
