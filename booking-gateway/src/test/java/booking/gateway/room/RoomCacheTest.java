package booking.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.Samples;
import booking.gateway.http.Page;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.schemas.TimeslotSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoomCacheTest {

  private static final TimeslotSnapshot SLOT = Samples.timeslot().build();

  private final LookedUp rooms = new LookedUp();
  private final AtomicLong nanos = new AtomicLong();
  private final RoomCache cache = new RoomCache(rooms, nanos::get);

  /** A table of one room that counts how often it is asked. */
  private static final class LookedUp implements Rooms {

    private Optional<Room> room = Optional.of(Room.of(Samples.room().build()));
    private boolean away;
    private int asked;

    @Override
    public List<Room> active(Page page) {
      return List.of();
    }

    @Override
    public List<Room> all(Page page) {
      return List.of();
    }

    @Override
    public Optional<Room> find(long id) {
      asked++;
      if (away) {
        throw new ProblemException(ProblemCode.READ_MODEL_UNAVAILABLE, "away");
      }
      return room;
    }
  }

  @Test
  void aRoomIsLookedUpOnceInAWhile() {
    assertThat(cache.roomOf(SLOT)).isEqualTo(Room.of(Samples.room().build()));
    rooms.room = Optional.of(Room.of(Samples.room().setName("Red").build()));
    assertThat(((Room) cache.roomOf(SLOT)).name()).isEqualTo("Blue");
    assertThat(rooms.asked).isEqualTo(1);

    nanos.addAndGet(2_000_000_001L);

    assertThat(((Room) cache.roomOf(SLOT)).name()).isEqualTo("Red");
  }

  @Test
  void whileTheReadModelIsAwayARoomIsAsItWasLastSeen() {
    cache.roomOf(SLOT);
    nanos.addAndGet(60_000_000_000L);
    rooms.away = true;

    assertThat(cache.roomOf(SLOT)).isEqualTo(Room.of(Samples.room().build()));
  }

  @Test
  void aRoomNeverSeenIsAsItsTimeslotTells() {
    rooms.away = true;
    assertThat(cache.roomOf(SLOT)).isEqualTo(new RoomOfTimeslot(3, "Blue", "Europe/Berlin"));

    rooms.away = false;
    rooms.room = Optional.empty();
    assertThat(cache.roomOf(SLOT)).isEqualTo(new RoomOfTimeslot(3, "Blue", "Europe/Berlin"));
  }
}
