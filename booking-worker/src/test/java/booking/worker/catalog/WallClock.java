package booking.worker.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A clock on the wall that somebody watched for some days, minute by minute, and noted when it
 * first showed what. It knows nothing of gaps and overlaps: it sees them.
 */
final class WallClock {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<LocalDateTime, Instant> firstShown = new HashMap<>();

  /** Watched from the day before the first to two days after the last. */
  WallClock(ZoneId zone, LocalDate firstDay, int days) {
    Instant at = firstDay.minusDays(1).atStartOfDay(zone).toInstant();
    Instant end = firstDay.plusDays(days + 2L).atStartOfDay(zone).toInstant();
    for (; at.isBefore(end); at = at.plus(MINUTE)) {
      firstShown.putIfAbsent(LocalDateTime.ofInstant(at, zone), at);
    }
  }

  /** When it first showed this; never, if it jumped over it. */
  Optional<Instant> firstShowed(LocalDateTime local) {
    return Optional.ofNullable(firstShown.get(local));
  }

  /** When it first showed this, or what it showed next if it jumped over it. */
  Instant reached(LocalDateTime local) {
    LocalDateTime shown = local;
    while (!firstShown.containsKey(shown)) {
      shown = shown.plus(MINUTE);
    }
    return firstShown.get(shown);
  }
}
