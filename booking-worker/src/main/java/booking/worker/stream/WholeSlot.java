package booking.worker.stream;

import booking.worker.slot.Seats;
import booking.worker.slot.Slot;
import booking.worker.slot.Terms;
import java.time.Instant;

/**
 * A slot as it lies in memory. Its numbers change with each booking and are changed in place, so
 * that a booking leaves nothing on the heap that grows old and has to be collected. Its times are
 * in milliseconds of the epoch, as exact as those of records and stores.
 */
final class WholeSlot {

  private final long timeslotId;
  private final Terms terms;
  private final boolean open;
  private final long createdAt;
  private long version;
  private int held;
  private int confirmed;
  private int lastNumber;
  private long updatedAt;

  WholeSlot(Slot slot) {
    timeslotId = slot.timeslotId();
    terms = slot.terms();
    open = slot.open();
    createdAt = slot.createdAt().toEpochMilli();
    renumber(slot);
  }

  /**
   * Takes over the numbers of the same slot.
   *
   * @throws IllegalStateException if something else of it has changed
   */
  void renumber(Slot slot) {
    if (slot.timeslotId() != timeslotId || slot.terms() != terms || slot.open() != open) {
      throw new IllegalStateException("more than the numbers of slot " + timeslotId + " changed");
    }
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
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(updatedAt));
  }
}
