package booking.worker.stream;

import booking.worker.slot.Seats;
import booking.worker.slot.Slot;
import booking.worker.slot.Terms;
import java.time.Instant;

/**
 * A slot as it lies in memory. Its numbers change with each booking and are changed in place, so
 * that a booking leaves nothing on the heap that grows old and has to be collected.
 */
final class KeptSlot {

  private final long timeslotId;
  private final Terms terms;
  private final boolean open;
  private final Instant createdAt;
  private long version;
  private int held;
  private int confirmed;
  private int lastNumber;
  // In milliseconds of the epoch, as exact as the times that records have.
  private long updatedAt;

  KeptSlot(Slot slot) {
    timeslotId = slot.timeslotId();
    terms = slot.terms();
    open = slot.open();
    createdAt = slot.createdAt();
    renumber(slot);
  }

  /** Takes over the numbers of the same slot, of which nothing else has changed. */
  void renumber(Slot slot) {
    version = slot.version();
    held = slot.seats().held();
    confirmed = slot.seats().confirmed();
    lastNumber = slot.seats().lastNumber();
    updatedAt = slot.updatedAt().toEpochMilli();
  }

  Slot slot() {
    return new Slot(
        timeslotId,
        version,
        terms,
        open,
        new Seats(held, confirmed, lastNumber),
        createdAt,
        Instant.ofEpochMilli(updatedAt));
  }
}
