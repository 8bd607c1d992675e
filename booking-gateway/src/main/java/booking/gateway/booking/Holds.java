package booking.gateway.booking;

import java.util.Collection;
import java.util.Set;

/** What the read model knows of seats that are held. */
public interface Holds {

  /**
   * How a user stands at one moment.
   *
   * @param live bookings that are pending
   * @param decided those of the requests asked about that are readable, whatever came of them
   */
  record Standing(int live, Set<String> decided) {

    public Standing {
      decided = Set.copyOf(decided);
    }
  }

  /**
   * How this user stands.
   *
   * @throws booking.gateway.problem.ProblemException READ_MODEL_UNAVAILABLE
   */
  Standing of(long userId, Collection<String> requestIds);
}
