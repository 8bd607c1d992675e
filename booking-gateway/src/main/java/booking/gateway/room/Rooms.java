package booking.gateway.room;

import booking.gateway.http.Page;
import java.util.List;
import java.util.Optional;

/** The rooms of the read model. Every call may fail with READ_MODEL_UNAVAILABLE. */
public interface Rooms {

  /** A part of the active ones, by id, and one room more if there is a next part. */
  List<Room> active(Page page);

  /** A part of all, by id, and one room more if there is a next part. */
  List<Room> all(Page page);

  /** A room, active or not. */
  Optional<Room> find(long id);
}
