package booking.worker.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What slots an admin wants: on each local day, one after the other from opening to closing.
 *
 * @param startDate the first local day
 * @param endDate the day after the last
 * @param minutes of each slot, elapsed
 * @param hours local to the room
 * @param seats of each slot, 1 to 10 000
 * @param price of each slot; empty: the room's hourly rate for the slot's length
 */
public record TimeslotPlan(
    LocalDate startDate,
    LocalDate endDate,
    int minutes,
    WorkingHours hours,
    int seats,
    Optional<BigDecimal> price) {

  private static final int MINUTES_MIN = 5;
  private static final int MINUTES_MAX = 1_440;
  private static final int DAYS_MAX = 366;
  private static final int SLOTS_MAX = 20_000;

  /**
   * When a room can be used.
   *
   * @param closes at or before {@code opens} means the next day
   */
  public record WorkingHours(LocalTime opens, LocalTime closes) {

    boolean overnight() {
      return !closes.isAfter(opens);
    }

    long minutes() {
      long day = overnight() ? Duration.ofDays(1).toMinutes() : 0;
      return day + ChronoUnit.MINUTES.between(opens, closes);
    }
  }

  /**
   * The slots of all days.
   *
   * @param times those that exist, by start, none overlapping another
   * @param skipped those that do not: their start falls into a daylight-saving gap, or a slot
   *     before it, longer on the wall clock that day, still runs
   */
  record Slots(List<Interval> times, int skipped) {}

  /** The first bound that the plan breaks, if any. */
  Optional<CatalogRefusal> broken() {
    long days = ChronoUnit.DAYS.between(startDate, endDate);
    if (days < 1 || days > DAYS_MAX) {
      return Optional.of(CatalogRefusal.INVALID_DATE_RANGE);
    }
    if (minutes < MINUTES_MIN || minutes > MINUTES_MAX) {
      return Optional.of(CatalogRefusal.INVALID_SLOT_DURATION);
    }
    long slotsADay = hours.minutes() / minutes;
    if (slotsADay == 0) {
      return Optional.of(CatalogRefusal.NO_TIMESLOT_FITS);
    }
    return days * slotsADay > SLOTS_MAX
        ? Optional.of(CatalogRefusal.TOO_MANY_TIMESLOTS)
        : Optional.empty();
  }

  /** The slots in a room of this zone. */
  Slots in(ZoneId zone) {
    List<Interval> times = new ArrayList<>();
    int skipped = 0;
    for (LocalDate day = startDate; day.isBefore(endDate); day = day.plusDays(1)) {
      Instant closing = closing(day, zone);
      for (LocalDateTime local : starts(day)) {
        Optional<Interval> slot = slot(local, zone);
        if (slot.isEmpty() || runsInto(times, slot.get())) {
          skipped++;
        } else if (!slot.get().end().isAfter(closing)) {
          times.add(slot.get());
        }
      }
    }
    return new Slots(times, skipped);
  }

  /** Where slots that these could overlap may start: from 24 h before, as one may last so long. */
  public Interval span(ZoneId zone) {
    return new Interval(
        startDate.atStartOfDay(zone).toInstant().minus(Duration.ofMinutes(MINUTES_MAX)),
        endDate.plusDays(2).atStartOfDay(zone).toInstant());
  }

  private List<LocalDateTime> starts(LocalDate day) {
    LocalDateTime opens = day.atTime(hours.opens());
    List<LocalDateTime> starts = new ArrayList<>();
    for (long at = 0; at + minutes <= hours.minutes(); at += minutes) {
      starts.add(opens.plusMinutes(at));
    }
    return starts;
  }

  /** Empty for a local time that the clocks jump over; in an overlap the earlier of the two. */
  private Optional<Interval> slot(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      return Optional.empty();
    }
    Instant start = local.toInstant(offsets.get(0));
    return Optional.of(new Interval(start, start.plus(Duration.ofMinutes(minutes))));
  }

  private Instant closing(LocalDate day, ZoneId zone) {
    LocalDateTime local = day.plusDays(hours.overnight() ? 1 : 0).atTime(hours.closes());
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(local).getInstant()
        : local.toInstant(offsets.get(0));
  }

  private static boolean runsInto(List<Interval> times, Interval slot) {
    return !times.isEmpty() && times.get(times.size() - 1).overlaps(slot);
  }
}
