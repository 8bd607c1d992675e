package booking.worker.stream;

import booking.schemas.TimeslotSnapshot;
import booking.schemas.internal.BookingRecord;
import booking.schemas.internal.SlotNumbers;
import booking.schemas.internal.SlotRecord;
import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A task's slots, by id, as they were when last changed themselves; and their bookings, by id,
 * which sorts them by slot, each with the numbers of its slot after it.
 *
 * <p>A task that starts has read none. A slot's bookings are read when the slot is first asked for,
 * before anything is said of it; the others when it is their turn.
 */
final class SlotStores {

  private static final String SLOTS = "slots";
  private static final String BOOKINGS = "bookings";

  private final KeyValueStore<Long, SlotRecord> slots;
  private final KeyValueStore<Long, BookingRecord> bookings;
  private final Consumer<Booking> eachBooking;
  private final StoreScan<Long, SlotRecord> slotScan;
  private final StoreScan<Long, BookingRecord> bookingScan;
  // Slots that were asked for, and so read, while the scan of the bookings went on.
  private final LongHashSet readBefore = new LongHashSet();

  // Those whose own records lack what their bookings changed.
  private final Long2ObjectHashMap<WholeSlot> wholeSlots = new Long2ObjectHashMap<>();
  // What the bookings of such a slot changed of it, until it is asked for the first time.
  private final Long2ObjectHashMap<SlotNumbers> numbers = new Long2ObjectHashMap<>();
  private final SharedTerms terms = new SharedTerms();

  /** Hears of a slot. */
  interface SlotListener {

    void found(long timeslotId, Instant endsAt);
  }

  /**
   * Opens the stores.
   *
   * @param eachBooking is told of every booking, once or more often, as it is read
   */
  SlotStores(ProcessorContext<?, ?> context, Consumer<Booking> eachBooking) {
    this.eachBooking = eachBooking;
    slots = context.getStateStore(SLOTS);
    bookings = context.getStateStore(BOOKINGS);
    slotScan = new StoreScan<>(slots);
    bookingScan = new StoreScan<>(bookings);
  }

  /** Reads on through all bookings, passing over those of slots that were asked for. */
  void readBookings(int most) {
    if (bookingScan.isOver()) {
      return;
    }
    bookingScan.readOn(
        most,
        record -> {
          if (!readBefore.contains(record.getSnapshot().getTimeslotId())) {
            know(record, BookingTranslation.booking(record));
          }
        });
    if (bookingScan.isOver()) {
      readBefore.clear();
      readBefore.compact();
    }
  }

  /** Reads a slot's bookings out of turn, where a slot can be. */
  private void readBookingsOf(long timeslotId) {
    if (!BookingNumber.canBe(timeslotId) || areRead(timeslotId)) {
      return;
    }
    List<BookingRecord> records = recordsOf(timeslotId);
    // All are put together before any is known, so that a slot with a fault leaves nothing behind.
    List<Booking> read = records.stream().map(BookingTranslation::booking).toList();
    for (int i = 0; i < read.size(); i++) {
      know(records.get(i), read.get(i));
    }
    readBefore.add(timeslotId);
  }

  private boolean areRead(long timeslotId) {
    return bookingScan.isOver()
        || readBefore.contains(timeslotId)
        || bookingScan
            .last()
            .filter(last -> BookingNumber.timeslotId(last) > timeslotId)
            .isPresent();
  }

  private void know(BookingRecord record, Booking booking) {
    keepNewest(record);
    eachBooking.accept(booking);
  }

  private void keepNewest(BookingRecord record) {
    SlotNumbers after = record.getSlotAfter();
    if (after != null) {
      numbers.merge(
          record.getSnapshot().getTimeslotId(),
          after,
          (a, b) -> a.getVersion() > b.getVersion() ? a : b);
    }
  }

  static List<StoreBuilder<?>> builders() {
    return List.of(
        store(SLOTS, Serdes.Long(), SlotRecord.class),
        store(BOOKINGS, Serdes.Long(), BookingRecord.class));
  }

  /** A store as all of the worker's are: on disk, so that a crashed writer is fenced at once. */
  static <K, V extends SpecificRecord> StoreBuilder<KeyValueStore<K, V>> store(
      String name, Serde<K> key, Class<V> type) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), key, new InternalSerde<>(type))
        .withCachingDisabled();
  }

  /** Reads on through all slots. */
  void readSlots(int most, SlotListener each) {
    slotScan.readOn(
        most,
        record -> {
          TimeslotSnapshot slot = record.getSnapshot();
          each.found(slot.getTimeslotId(), slot.getEndsAt());
        });
  }

  /** The slot, with its bookings known. */
  Optional<Slot> slot(long timeslotId) {
    readBookingsOf(timeslotId);
    WholeSlot whole = wholeSlots.get(timeslotId);
    return whole == null
        ? Optional.ofNullable(slots.get(timeslotId)).map(this::read)
        : Optional.of(whole.slot());
  }

  /** True if there is one, whatever it is. */
  boolean hasSlot(long timeslotId) {
    return wholeSlots.containsKey(timeslotId)
        || numbers.containsKey(timeslotId)
        || slots.get(timeslotId) != null;
  }

  private Slot read(SlotRecord record) {
    Slot stored = terms.share(SlotTranslation.slot(record));
    SlotNumbers after = numbers.get(stored.timeslotId());
    if (after == null || after.getVersion() < stored.version()) {
      return stored;
    }
    Slot whole = SlotTranslation.numbered(stored, after);
    keepWhole(whole);
    return whole;
  }

  Optional<Booking> booking(long bookingId) {
    return Optional.ofNullable(bookings.get(bookingId)).map(BookingTranslation::booking);
  }

  List<Booking> bookingsOf(long timeslotId, Predicate<Booking> wanted) {
    return recordsOf(timeslotId).stream().map(BookingTranslation::booking).filter(wanted).toList();
  }

  private List<BookingRecord> recordsOf(long timeslotId) {
    List<BookingRecord> records = new ArrayList<>();
    try (KeyValueIterator<Long, BookingRecord> all = range(timeslotId)) {
      all.forEachRemaining(entry -> records.add(entry.value));
    }
    return records;
  }

  /** Stores a slot. */
  void putSlot(Left left) {
    Slot slot = left.slot();
    slots.put(slot.timeslotId(), SlotTranslation.record(left));
    wholeSlots.remove(slot.timeslotId());
  }

  /** Keeps a slot of which only the numbers have changed, in memory: its bookings store them. */
  void keepWhole(Slot slot) {
    WholeSlot whole = wholeSlots.get(slot.timeslotId());
    if (whole == null) {
      wholeSlots.put(slot.timeslotId(), new WholeSlot(slot));
      numbers.remove(slot.timeslotId());
    } else {
      whole.renumber(slot);
    }
  }

  /** Stores a booking with what it leaves of its slot. */
  void putBooking(Left.LeftBooking left) {
    bookings.put(left.booking().bookingId(), BookingTranslation.record(left));
  }

  /** Forgets a slot and its bookings. */
  void remove(long timeslotId) {
    slots.delete(timeslotId);
    wholeSlots.remove(timeslotId);
    numbers.remove(timeslotId);
    try (KeyValueIterator<Long, BookingRecord> all = range(timeslotId)) {
      all.forEachRemaining(entry -> bookings.delete(entry.key));
    }
  }

  private KeyValueIterator<Long, BookingRecord> range(long timeslotId) {
    return bookings.range(
        BookingNumber.bookingId(timeslotId, 0), BookingNumber.bookingId(timeslotId + 1, 0) - 1);
  }
}
