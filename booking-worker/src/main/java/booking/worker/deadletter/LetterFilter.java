package booking.worker.deadletter;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which dead letters somebody wants to see.
 *
 * @param since those that came then or later, all if empty
 * @param reason a part of their reason, in capitals or not, any if empty
 * @param limit how many at most, the newest of them; 1 or more
 */
public record LetterFilter(Optional<Instant> since, Optional<String> reason, int limit) {

  public LetterFilter {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit must be 1 or more");
    }
  }

  boolean wants(DeadLetter letter) {
    return reason
        .map(
            part ->
                letter.reason().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
        .orElse(true);
  }
}
