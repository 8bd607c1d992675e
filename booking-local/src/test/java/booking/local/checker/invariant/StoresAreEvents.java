package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.BOOKING_STORE;
import static booking.local.checker.log.TopicNames.SLOT_STORE;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** I7: what the worker remembers of slots and bookings is what their last events left. */
final class StoresAreEvents implements Invariant {

  private static final int BOOKINGS_PER_SLOT = 100_000;
  private static final Set<String> REFUNDING =
      Set.of("BookingCancelled", "PaymentRefunded", "RefundClosed");

  private final Notes notes = new Notes("I7", "the worker's stores are the fold of the events");
  private final Map<Long, State> slotsLeft = new HashMap<>();
  private final Map<Long, State> bookingsLeft = new HashMap<>();
  private final Map<Long, Long> lastNumbers = new HashMap<>();
  private final Map<Long, Map<String, Fields>> refunds = new HashMap<>();
  private final Map<Long, StoredSlot> slotsStored = new HashMap<>();
  // A slot's record has its numbers as of its own last change; its bookings carry the newer ones,
  // as last stored: that is what a worker finds when it starts.
  private final Map<Long, Fields> slotAfterBooking = new HashMap<>();
  private final Map<Long, State> bookingsStored = new HashMap<>();

  /**
   * All that is known of a slot or a booking, in one number.
   *
   * @param endsAt of the slot; a store may forget it afterwards
   */
  private record State(int hash, Place place, Instant endsAt) {}

  /** A slot's own record. */
  private record StoredSlot(Fields snapshot, long lastNumber, Place place) {

    static StoredSlot of(LogRecord record, Fields stored) {
      return new StoredSlot(stored.record("snapshot"), stored.number("lastNumber"), record.place());
    }

    /** The slot, brought up to these numbers if they are newer. */
    State with(Optional<Fields> numbers) {
      return numbers
          .filter(newest -> newest.number("version") > snapshot.number("version"))
          .map(newest -> state(numbered(newest), newest.number("lastNumber")))
          .orElseGet(() -> state(snapshot, lastNumber));
    }

    private Fields numbered(Fields newest) {
      return snapshot
          .with("version", newest.number("version"))
          .with("held", (int) newest.number("held"))
          .with("confirmed", (int) newest.number("confirmed"))
          .with("updatedAt", newest.number("updatedAt"));
    }

    private State state(Fields whole, long last) {
      return new State(whole.toString().hashCode() + (int) last, place, whole.time("endsAt"));
    }
  }

  @Override
  public void see(LogRecord record, Past past) {
    switch (record.topic()) {
      case BOOKING_EVENTS -> left(record);
      case SLOT_STORE -> {
        notes.looked("slot states");
        slotsStored.remove(record.numberKey());
        record
            .value()
            .ifPresent(value -> slotsStored.put(record.numberKey(), StoredSlot.of(record, value)));
      }
      case BOOKING_STORE -> {
        notes.looked("booking states");
        bookingsStored.remove(record.numberKey());
        slotAfterBooking.remove(record.numberKey());
        record
            .value()
            .ifPresent(
                value -> {
                  bookingsStored.put(record.numberKey(), booking(record, value));
                  slotAfterBooking.put(record.numberKey(), value.record("slotAfter"));
                });
      }
      default -> {
        // No store of slots or bookings.
      }
    }
  }

  private void left(LogRecord record) {
    Fields event = record.said();
    Fields slot = event.record("timeslotAfter");
    long timeslotId = event.number("timeslotId");
    event.maybe("bookingAfter", event::record).ifPresent(booking -> left(record, booking));
    slotsLeft.put(
        timeslotId,
        state(
            record,
            slot,
            slot.toString().hashCode() + lastNumbers.getOrDefault(timeslotId, 0L).intValue()));
  }

  private void left(LogRecord record, Fields booking) {
    long bookingId = booking.number("bookingId");
    lastNumbers.merge(
        booking.number("timeslotId"),
        bookingId % BOOKINGS_PER_SLOT,
        (one, two) -> Math.max(one, two));
    Map<String, Fields> sentBack = refunds.computeIfAbsent(bookingId, any -> new TreeMap<>());
    Fields fact = record.said().record("fact");
    if (REFUNDING.contains(fact.type())) {
      fact.maybe("refund", fact::record)
          .ifPresent(refund -> sentBack.put(refund.text("refundId"), refund));
    }
    bookingsLeft.put(bookingId, state(record, booking, hash(booking, sentBack)));
  }

  private static State booking(LogRecord record, Fields stored) {
    Map<String, Fields> sentBack = new TreeMap<>();
    for (Fields refund : stored.records("refunds")) {
      sentBack.put(refund.text("refundId"), refund);
    }
    Fields snapshot = stored.record("snapshot");
    return state(record, snapshot, hash(snapshot, sentBack));
  }

  private static int hash(Fields booking, Map<String, Fields> sentBack) {
    // As texts: the hash of a generic record overlooks some of its numbers.
    return 31 * booking.toString().hashCode() + sentBack.toString().hashCode();
  }

  private static State state(LogRecord record, Fields snapshot, int hash) {
    return new State(hash, record.place(), snapshot.time("endsAt"));
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    Map<Long, Fields> newestNumbers = new HashMap<>();
    slotAfterBooking.forEach(
        (id, after) ->
            newestNumbers.merge(
                id / BOOKINGS_PER_SLOT,
                after,
                (one, two) -> one.number("version") > two.number("version") ? one : two));
    Map<Long, State> slots = new HashMap<>();
    slotsStored.forEach(
        (id, stored) -> slots.put(id, stored.with(Optional.ofNullable(newestNumbers.get(id)))));
    compare("slot", slotsLeft, slots, past.latest());
    compare("booking", bookingsLeft, bookingsStored, past.latest());
  }

  private void compare(
      String what, Map<Long, State> left, Map<Long, State> stored, Instant latest) {
    left.forEach(
        (id, state) -> {
          State kept = stored.remove(id);
          if (kept == null) {
            if (state.endsAt().isAfter(latest)) {
              notes.violated(Harm.ROW, state.place(), "%s %d is not in the store", what, id);
            }
          } else if (kept.hash() != state.hash()) {
            notes.violated(
                Harm.ROW, kept.place(), "%s %d is not as %s left it", what, id, state.place());
          }
        });
    stored.forEach(
        (id, state) ->
            notes.violated(Harm.ROW, state.place(), "%s %d: no event left it", what, id));
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
