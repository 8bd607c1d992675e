package booking.gateway.request;

import java.util.Collection;
import java.util.Set;

/** The read model, asked how far it has come. */
public interface Landmarks {

  /**
   * Those that have been reached, found with one statement however many are asked for.
   *
   * @throws booking.gateway.problem.ProblemException READ_MODEL_UNAVAILABLE
   */
  Set<Landmark> reached(Collection<Landmark> wanted);
}
