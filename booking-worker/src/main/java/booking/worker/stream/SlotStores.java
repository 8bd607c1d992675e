package booking.worker.stream;

import booking.schemas.RequestResult;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.internal.BookingRecord;
import booking.schemas.internal.RememberedAnswer;
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
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What a slot task remembers. Slots by id, as they were when last changed themselves; bookings by
 * id, which sorts them by slot, each with the numbers of its slot after it; and the first answers
 * that no booking keeps, by slot and request.
 */
final class SlotStores {

  private static final String SLOTS = "slots";
  private static final String BOOKINGS = "bookings";
  private static final String ANSWERS = "answers";

  static final List<StoreBuilder<?>> BUILDERS =
      List.of(
          store(SLOTS, Serdes.Long(), SlotRecord.class),
          store(BOOKINGS, Serdes.Long(), BookingRecord.class),
          store(ANSWERS, Serdes.String(), RememberedAnswer.class));

  private final KeyValueStore<Long, SlotRecord> slots;
  private final KeyValueStore<Long, BookingRecord> bookings;
  private final KeyValueStore<String, RememberedAnswer> answers;

  // Those whose own records lack what their bookings changed.
  private final Long2ObjectHashMap<Slot> wholeSlots = new Long2ObjectHashMap<>();
  // What the bookings of such a slot changed of it, until it is asked for the first time.
  private final Long2ObjectHashMap<SlotNumbers> numbers = new Long2ObjectHashMap<>();
  private final SharedTerms terms = new SharedTerms();
  private long unread;
  private boolean allRead;

  /** Hears of a slot. */
  interface SlotListener {

    void found(long timeslotId, Instant endsAt);
  }

  /**
   * Opens the stores and reads all bookings.
   *
   * @param eachBooking is told of every booking
   */
  SlotStores(ProcessorContext<?, ?> context, Consumer<Booking> eachBooking) {
    slots = context.getStateStore(SLOTS);
    bookings = context.getStateStore(BOOKINGS);
    answers = context.getStateStore(ANSWERS);
    forEach(
        bookings,
        record -> {
          keepNewest(record);
          eachBooking.accept(BookingTranslation.booking(record));
        });
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

  /** A store as all of the worker's are: on disk, so that a crashed writer is fenced at once. */
  static <K, V extends SpecificRecord> StoreBuilder<KeyValueStore<K, V>> store(
      String name, Serde<K> key, Class<V> type) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), key, new InternalSerde<>(type))
        .withCachingDisabled();
  }

  /**
   * Reads on through all slots, in the order of their ids: at once it would keep everybody waiting
   * while a task starts. When all are read it does nothing.
   *
   * @param most of them
   */
  void readOn(int most, SlotListener eachSlot) {
    if (allRead) {
      return;
    }
    try (KeyValueIterator<Long, SlotRecord> rest = slots.range(unread, null)) {
      for (int read = 0; read < most && rest.hasNext(); read++) {
        TimeslotSnapshot slot = rest.next().value.getSnapshot();
        eachSlot.found(slot.getTimeslotId(), slot.getEndsAt());
        unread = slot.getTimeslotId() + 1;
      }
      allRead = !rest.hasNext();
    }
  }

  Optional<Slot> slot(long timeslotId) {
    Slot whole = wholeSlots.get(timeslotId);
    return whole == null
        ? Optional.ofNullable(slots.get(timeslotId)).map(this::read)
        : Optional.of(whole);
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
    List<Booking> found = new ArrayList<>();
    try (KeyValueIterator<Long, BookingRecord> all = range(timeslotId)) {
      while (all.hasNext()) {
        Booking booking = BookingTranslation.booking(all.next().value);
        if (wanted.test(booking)) {
          found.add(booking);
        }
      }
    }
    return found;
  }

  Optional<RememberedAnswer> answer(long timeslotId, String requestId) {
    return Optional.ofNullable(answers.get(answerKey(timeslotId, requestId)));
  }

  /** Stores a slot. */
  void putSlot(Left left) {
    Slot slot = left.slot();
    slots.put(slot.timeslotId(), SlotTranslation.record(left));
    wholeSlots.computeIfPresent(slot.timeslotId(), (id, before) -> terms.share(slot));
  }

  /** Keeps a slot of which only the numbers have changed, in memory: its bookings store them. */
  void keepWhole(Slot slot) {
    wholeSlots.put(slot.timeslotId(), slot);
    numbers.remove(slot.timeslotId());
  }

  /** Stores a booking with what it leaves of its slot. */
  void putBooking(Left.LeftBooking left) {
    bookings.put(left.booking().bookingId(), BookingTranslation.record(left));
  }

  void put(RememberedAnswer answer) {
    RequestResult result = answer.getResult();
    answers.put(answerKey(result.getTimeslotId(), result.getRequestId()), answer);
  }

  void forEachAnswer(Consumer<RequestResult> consumer) {
    forEach(answers, answer -> consumer.accept(answer.getResult()));
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

  /** Forgets the slot's answers of this kind; true if none is left. */
  boolean removeAnswers(long timeslotId, Predicate<RequestResult> forgettable) {
    boolean none = true;
    try (KeyValueIterator<String, RememberedAnswer> all =
        answers.prefixScan(answerKey(timeslotId, ""), new StringSerializer())) {
      while (all.hasNext()) {
        KeyValue<String, RememberedAnswer> entry = all.next();
        if (forgettable.test(entry.value.getResult())) {
          answers.delete(entry.key);
        } else {
          none = false;
        }
      }
    }
    return none;
  }

  private KeyValueIterator<Long, BookingRecord> range(long timeslotId) {
    return bookings.range(
        BookingNumber.bookingId(timeslotId, 0), BookingNumber.bookingId(timeslotId + 1, 0) - 1);
  }

  private static <K, V> void forEach(KeyValueStore<K, V> store, Consumer<V> consumer) {
    try (KeyValueIterator<K, V> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<K, V> entry = all.next();
        consumer.accept(entry.value);
      }
    }
  }

  private static String answerKey(long timeslotId, String requestId) {
    return timeslotId + "/" + requestId;
  }
}
