package booking.gateway.timeslot;

import booking.gateway.http.ParameterText;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;

/** A timeslot's id, as far as one can tell without asking: one that can have been given. */
public record TimeslotId(long value) {

  // The ids of the bookings of any later timeslot would not be exact in JSON.
  private static final long LARGEST = 90_000_000_000L;

  /** One that no timeslot can have is a TIMESLOT_NOT_FOUND. */
  public TimeslotId {
    if (!canBeGiven(value)) {
      throw new ProblemException(ProblemCode.TIMESLOT_NOT_FOUND, "Timeslot not found");
    }
  }

  /** The id in a path. */
  public static TimeslotId of(String text) {
    return new TimeslotId(ParameterText.id(text));
  }

  /** Whether some timeslot can have this id. */
  public static boolean canBeGiven(long value) {
    return value >= 1 && value <= LARGEST;
  }
}
