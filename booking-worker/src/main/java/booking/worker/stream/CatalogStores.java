package booking.worker.stream;

import booking.schemas.internal.CatalogCounters;
import booking.schemas.internal.PlannedTimeslot;
import booking.schemas.internal.RememberedAnswer;
import booking.schemas.internal.RoomRecord;
import booking.worker.catalog.CatalogDecision.NewTimeslot;
import booking.worker.catalog.CatalogView.Counters;
import booking.worker.catalog.Interval;
import booking.worker.catalog.Room;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * What the catalogue remembers: rooms by id, the slots planned for each by start, the last numbers
 * given, and the first answer to every request.
 */
final class CatalogStores {

  private static final String ROOMS = "rooms";
  private static final String PLANNED = "planned";
  private static final String COUNTERS = "counters";
  private static final String ANSWERS = "catalog-answers";
  private static final String ONLY = "last";

  private final KeyValueStore<Long, RoomRecord> rooms;
  private final KeyValueStore<Bytes, PlannedTimeslot> planned;
  private final KeyValueStore<String, CatalogCounters> counters;
  private final KeyValueStore<String, RememberedAnswer> answers;

  CatalogStores(ProcessorContext<?, ?> context) {
    rooms = context.getStateStore(ROOMS);
    planned = context.getStateStore(PLANNED);
    counters = context.getStateStore(COUNTERS);
    answers = context.getStateStore(ANSWERS);
  }

  static List<StoreBuilder<?>> builders() {
    return List.of(
        SlotStores.store(ROOMS, Serdes.Long(), RoomRecord.class),
        SlotStores.store(PLANNED, Serdes.Bytes(), PlannedTimeslot.class),
        SlotStores.store(COUNTERS, Serdes.String(), CatalogCounters.class),
        SlotStores.store(ANSWERS, Serdes.String(), RememberedAnswer.class));
  }

  Optional<Room> room(long roomId) {
    return Optional.ofNullable(rooms.get(roomId)).map(RoomTranslation::room);
  }

  void forEachRoom(Consumer<Room> consumer) {
    try (KeyValueIterator<Long, RoomRecord> all = rooms.all()) {
      all.forEachRemaining(entry -> consumer.accept(RoomTranslation.room(entry.value)));
    }
  }

  Counters counters() {
    return Optional.ofNullable(counters.get(ONLY))
        .map(
            last -> new Counters(last.getVersion(), last.getLastRoomId(), last.getLastTimeslotId()))
        .orElse(new Counters(0, 0, 0));
  }

  Optional<RememberedAnswer> answer(String requestId) {
    return Optional.ofNullable(answers.get(requestId));
  }

  /** The room's slots that start in this stretch of time. */
  List<PlannedTimeslot> planned(long roomId, Interval starts) {
    List<PlannedTimeslot> found = new ArrayList<>();
    try (KeyValueIterator<Bytes, PlannedTimeslot> range =
        planned.range(key(roomId, starts.start()), key(roomId, starts.end()))) {
      range.forEachRemaining(entry -> found.add(entry.value));
    }
    return found;
  }

  void put(Room room) {
    rooms.put(room.roomId(), new RoomRecord(RoomTranslation.snapshot(room)));
  }

  void put(Counters last) {
    counters.put(ONLY, new CatalogCounters(last.version(), last.roomId(), last.timeslotId()));
  }

  void put(RememberedAnswer answer) {
    answers.put(answer.getResult().getRequestId(), answer);
  }

  void put(long roomId, NewTimeslot slot) {
    planned.put(
        key(roomId, slot.time().start()),
        new PlannedTimeslot(slot.timeslotId(), slot.time().start(), slot.time().end()));
  }

  /** Forgets the room's slots that started before; no new one can overlap what is long over. */
  void forgetBefore(long roomId, Instant start) {
    for (PlannedTimeslot old : planned(roomId, new Interval(Instant.EPOCH, start))) {
      planned.delete(key(roomId, old.getStartsAt()));
    }
  }

  private static Bytes key(long roomId, Instant start) {
    return Bytes.wrap(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(roomId).putLong(start.toEpochMilli()).array());
  }
}
