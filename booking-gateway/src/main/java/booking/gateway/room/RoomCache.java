package booking.gateway.room;

import booking.gateway.problem.ProblemException;
import booking.schemas.TimeslotSnapshot;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * The rooms of the bookings that are answered, looked up at most every other second, and as they
 * were last seen while the read model is out of reach. Safe for all threads.
 */
public final class RoomCache {

  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int MOST_ROOMS = 10_000;

  private final Rooms rooms;
  private final Cache<Long, Room> fresh;
  private final Cache<Long, Room> lastSeen = Caffeine.newBuilder().maximumSize(MOST_ROOMS).build();

  /**
   * @param rooms where to look
   * @param nanos a clock that never goes back
   */
  public RoomCache(Rooms rooms, Ticker nanos) {
    this.rooms = rooms;
    this.fresh =
        Caffeine.newBuilder().maximumSize(MOST_ROOMS).expireAfterWrite(FRESH).ticker(nanos).build();
  }

  /** The room of a slot that was just decided about. */
  public BookedRoom roomOf(TimeslotSnapshot slot) {
    return room(slot.getRoomId())
        .<BookedRoom>map(room -> room)
        .orElseGet(() -> RoomOfTimeslot.of(slot));
  }

  private Optional<Room> room(long id) {
    return Optional.ofNullable(fresh.getIfPresent(id)).or(() -> lookUp(id));
  }

  private Optional<Room> lookUp(long id) {
    try {
      Optional<Room> found = rooms.find(id);
      found.ifPresent(
          room -> {
            fresh.put(id, room);
            lastSeen.put(id, room);
          });
      return found;
    } catch (ProblemException outage) {
      return Optional.ofNullable(lastSeen.getIfPresent(id));
    }
  }
}
