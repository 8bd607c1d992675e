package booking.worker.simulation;

import static booking.worker.simulation.Audit.require;

import booking.schemas.AvroDeserializer;
import booking.schemas.SchemaRegistry;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.internal.BookingRecord;
import booking.schemas.internal.SlotNumbers;
import booking.schemas.internal.SlotRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;

/** Holds the last value of each key in the changelogs to the fold of the events (I7). */
final class StoreAudit {

  private final Map<Long, SlotRecord> slots;
  private final Map<Long, BookingRecord> bookings;

  StoreAudit(Changelog changelog) {
    slots = read(changelog, "slots", SlotRecord.class);
    bookings = read(changelog, "bookings", BookingRecord.class);
  }

  private static <V extends SpecificRecord> Map<Long, V> read(
      Changelog changelog, String store, Class<V> type) {
    AvroDeserializer<V> reader = new AvroDeserializer<>();
    reader.configure(Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL), false);
    Map<Long, V> all = new HashMap<>();
    for (Map.Entry<Bytes, byte[]> entry : changelog.of(store).entrySet()) {
      long id = ByteBuffer.wrap(entry.getKey().get()).getLong();
      all.put(id, reader.deserialize("internal." + type.getSimpleName(), entry.getValue()));
    }
    return all;
  }

  /** Compares what a world's events tell with what is stored, as of the last tick. */
  void compare(Map<Long, SeatAudit.Seats> folded, Instant lastTick) {
    folded.forEach(
        (id, seats) -> {
          Instant forgotten = seats.last.getEndsAt().plus(House.RETENTION);
          SlotRecord stored = slots.get(id);
          require((stored != null) == forgotten.isAfter(lastTick), "I7", seats.last);
          if (stored != null) {
            require(whole(stored).equals(seats.last), "I7", stored);
            seats.bookings.forEach((number, seat) -> compare(number, seat));
          }
        });
  }

  /** A slot as it was stored, with the numbers that its newest booking left of it. */
  private TimeslotSnapshot whole(SlotRecord stored) {
    TimeslotSnapshot snapshot = stored.getSnapshot();
    return bookings.values().stream()
        .filter(booking -> booking.getSnapshot().getTimeslotId() == snapshot.getTimeslotId())
        .map(BookingRecord::getSlotAfter)
        .filter(after -> after.getVersion() > snapshot.getVersion())
        .max(Comparator.comparing(SlotNumbers::getVersion))
        .map(
            after ->
                TimeslotSnapshot.newBuilder(snapshot)
                    .setVersion(after.getVersion())
                    .setHeld(after.getHeld())
                    .setConfirmed(after.getConfirmed())
                    .setUpdatedAt(after.getUpdatedAt())
                    .build())
        .orElse(snapshot);
  }

  private void compare(long bookingId, SeatAudit.Seat seat) {
    BookingRecord stored = bookings.get(bookingId);
    require(stored != null && stored.getSnapshot().equals(seat.last()), "I7", seat.last());
  }

  /** Requires that slots long over left nothing behind. */
  static void requireNothingLeft(Changelog changelog) {
    for (String store : new String[] {"slots", "bookings", "answers"}) {
      require(changelog.of(store).isEmpty(), "I7", "not forgotten in", store);
    }
  }
}
