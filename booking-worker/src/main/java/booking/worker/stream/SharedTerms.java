package booking.worker.stream;

import booking.worker.slot.Slot;
import booking.worker.slot.Terms;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What the slots of a room have in common, so that it lies on the heap once: its card, and mostly
 * the price and the refund policy. Each slot as it is read brings its own; it gets those of the
 * room's slot before it instead, where they are equal. Takes as much room as one slot a room.
 */
final class SharedTerms {

  private final Long2ObjectHashMap<Terms> lastByRoom = new Long2ObjectHashMap<>();

  /** An equal slot, which shares with the room's last one what is equal. */
  Slot share(Slot slot) {
    Terms own = slot.terms();
    Terms last = lastByRoom.get(own.room().roomId());
    Terms shared = last == null ? own : share(last, own);
    lastByRoom.put(own.room().roomId(), shared);
    return new Slot(
        slot.timeslotId(),
        slot.version(),
        shared,
        slot.open(),
        slot.seats(),
        slot.createdAt(),
        slot.updatedAt());
  }

  private static Terms share(Terms last, Terms own) {
    return new Terms(
        theFirstIfEqual(last.room(), own.room()),
        own.startsAt(),
        own.endsAt(),
        own.seats(),
        theFirstIfEqual(last.price(), own.price()),
        theFirstIfEqual(last.refundPolicy(), own.refundPolicy()));
  }

  private static <T> T theFirstIfEqual(T first, T second) {
    return first.equals(second) ? first : second;
  }
}
