package booking.local.checker;

import booking.local.checker.history.Call;
import booking.local.checker.invariant.Planted;
import java.time.Duration;
import java.util.List;

/**
 * What to hold a system to besides its own log and tables.
 *
 * @param history of the clients' calls; empty if nobody wrote one down
 * @param secrets planted, and the files that must not hold them
 * @param holdTolerance how much later than due a hold may have ended
 * @param patience how long what lies there may take to be read
 */
public record Questions(
    List<Call> history, List<Planted> secrets, Duration holdTolerance, Duration patience) {

  public Questions {
    history = List.copyOf(history);
    secrets = List.copyOf(secrets);
  }

  /** No history and no secrets; holds within the 5 s of the rules; half a minute's patience. */
  public static Questions plain() {
    return new Questions(List.of(), List.of(), Duration.ofSeconds(5), Duration.ofSeconds(30));
  }
}
