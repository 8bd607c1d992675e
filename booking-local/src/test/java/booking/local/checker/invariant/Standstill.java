package booking.local.checker.invariant;

import java.util.List;
import java.util.Map;

/**
 * What was still to be done when the patience was over.
 *
 * @param unread records that lay there at the beginning and are not read yet, by reader and
 *     partition; 0 where all are
 * @param openTransactions of those open at the beginning, the ones still open
 * @param transactions how many the broker knew
 */
public record Standstill(
    Map<String, Long> unread, List<String> openTransactions, long transactions) {

  public Standstill {
    unread = Map.copyOf(unread);
    openTransactions = List.copyOf(openTransactions);
  }

  /** Nobody looked. */
  public static Standstill unknown() {
    return new Standstill(Map.of(), List.of(), 0);
  }
}
