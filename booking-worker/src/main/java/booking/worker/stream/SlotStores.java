package booking.worker.stream;

import booking.schemas.RequestResult;
import booking.schemas.internal.BookingRecord;
import booking.schemas.internal.RememberedAnswer;
import booking.schemas.internal.SlotRecord;
import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
 * What a slot task remembers. Slots by id; bookings by id, which sorts them by slot; and the first
 * answers that no booking keeps, by slot and request.
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

  SlotStores(ProcessorContext<?, ?> context) {
    slots = context.getStateStore(SLOTS);
    bookings = context.getStateStore(BOOKINGS);
    answers = context.getStateStore(ANSWERS);
  }

  /** A store as all of the worker's are: on disk, so that a crashed writer is fenced at once. */
  static <K, V extends SpecificRecord> StoreBuilder<KeyValueStore<K, V>> store(
      String name, Serde<K> key, Class<V> type) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), key, new InternalSerde<>(type))
        .withCachingDisabled();
  }

  Optional<Slot> slot(long timeslotId) {
    return Optional.ofNullable(slots.get(timeslotId)).map(SlotTranslation::slot);
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

  void putSlot(Left left) {
    slots.put(left.slot().timeslotId(), SlotTranslation.record(left));
  }

  void putBooking(Left.LeftBooking left) {
    bookings.put(left.booking().bookingId(), BookingTranslation.record(left));
  }

  void put(long timeslotId, RememberedAnswer answer) {
    answers.put(answerKey(timeslotId, answer.getResult().getRequestId()), answer);
  }

  void forEachAnswer(Consumer<RequestResult> consumer) {
    forEach(answers, answer -> consumer.accept(answer.getResult()));
  }

  void forEachSlot(Consumer<Slot> consumer) {
    forEach(slots, record -> consumer.accept(SlotTranslation.slot(record)));
  }

  void forEachBooking(Consumer<Booking> consumer) {
    forEach(bookings, record -> consumer.accept(BookingTranslation.booking(record)));
  }

  /** Forgets everything about a slot. */
  void remove(long timeslotId) {
    slots.delete(timeslotId);
    try (KeyValueIterator<Long, BookingRecord> all = range(timeslotId)) {
      all.forEachRemaining(entry -> bookings.delete(entry.key));
    }
    removeAnswers(timeslotId, any -> true);
  }

  /** Forgets the slot's answers of this kind. */
  void removeAnswers(long timeslotId, Predicate<RequestResult> forgettable) {
    try (KeyValueIterator<String, RememberedAnswer> all =
        answers.prefixScan(answerKey(timeslotId, ""), new StringSerializer())) {
      while (all.hasNext()) {
        KeyValue<String, RememberedAnswer> entry = all.next();
        if (forgettable.test(entry.value.getResult())) {
          answers.delete(entry.key);
        }
      }
    }
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
