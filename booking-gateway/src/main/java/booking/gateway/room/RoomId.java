package booking.gateway.room;

import booking.gateway.http.ParameterText;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;

/** A room's id, as far as one can tell without asking: one that can have been given. */
public record RoomId(long value) {

  // Beyond this, JSON numbers stop being exact for many clients: no id is ever given there.
  private static final long LARGEST = 9_007_199_254_740_991L;

  /** One that no room can have is a ROOM_NOT_FOUND. */
  public RoomId {
    if (value > LARGEST) {
      throw notFound();
    }
  }

  /** The id in a path. */
  public static RoomId of(String text) {
    return new RoomId(ParameterText.id(text));
  }

  public static ProblemException notFound() {
    return new ProblemException(ProblemCode.ROOM_NOT_FOUND, "Room not found");
  }
}
