package booking.local.checker.invariant;

import booking.local.checker.history.Call;
import booking.local.checker.log.Log;
import booking.local.checker.table.Tables;
import java.time.Duration;
import java.util.List;

/**
 * All that a verdict rests on.
 *
 * @param history of the clients' calls, empty if nobody wrote one down
 * @param standstill what had not come to rest
 * @param secrets planted, and where to look for them
 * @param holdTolerance how much later than due a hold may end
 */
public record Evidence(
    Log log,
    Tables tables,
    List<Call> history,
    Standstill standstill,
    List<Planted> secrets,
    Duration holdTolerance) {

  public Evidence {
    history = List.copyOf(history);
    secrets = List.copyOf(secrets);
  }

  public Evidence with(Log other) {
    return new Evidence(other, tables, history, standstill, secrets, holdTolerance);
  }

  public Evidence with(Tables other) {
    return new Evidence(log, other, history, standstill, secrets, holdTolerance);
  }

  public Evidence with(List<Call> other) {
    return new Evidence(log, tables, other, standstill, secrets, holdTolerance);
  }

  public Evidence with(Standstill other) {
    return new Evidence(log, tables, history, other, secrets, holdTolerance);
  }

  public Evidence withSecrets(List<Planted> other) {
    return new Evidence(log, tables, history, standstill, other, holdTolerance);
  }
}
