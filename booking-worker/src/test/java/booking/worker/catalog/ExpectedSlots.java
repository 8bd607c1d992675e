package booking.worker.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The slots that somebody would make who has the plan in the hand and an eye on the wall clock. */
final class ExpectedSlots {

  private final WallClock clock;
  private final Duration length;
  private final List<Interval> times = new ArrayList<>();
  private int impossible;

  ExpectedSlots(TimeslotPlan plan, WallClock clock) {
    this.clock = clock;
    this.length = Duration.ofMinutes(plan.minutes());
    for (LocalDate day = plan.startDate(); day.isBefore(plan.endDate()); day = day.plusDays(1)) {
      LocalDateTime opens = day.atTime(plan.hours().opens());
      LocalDateTime closes = day.atTime(plan.hours().closes());
      from(opens, closes.isAfter(opens) ? closes : closes.plusDays(1));
    }
  }

  private void from(LocalDateTime opens, LocalDateTime closes) {
    for (LocalDateTime at = opens; !at.plus(length).isAfter(closes); at = at.plus(length)) {
      Optional<Instant> start = clock.firstShowed(at);
      if (start.isEmpty() || start.get().isBefore(busyUntil())) {
        impossible++;
      } else if (!start.get().plus(length).isAfter(clock.reached(closes))) {
        times.add(new Interval(start.get(), start.get().plus(length)));
      }
    }
  }

  private Instant busyUntil() {
    return times.isEmpty() ? Instant.MIN : times.get(times.size() - 1).end();
  }

  List<Interval> times() {
    return List.copyOf(times);
  }

  /** How many the clock made impossible: it jumped over their start, or one before still ran. */
  int impossible() {
    return impossible;
  }
}
