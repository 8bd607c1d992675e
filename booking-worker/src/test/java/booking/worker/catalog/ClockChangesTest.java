package booking.worker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.catalog.TimeslotPlan.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Timeslots around the next two clock changes of every time zone that there is, held against what
 * the zone's own rules say of the wall clock.
 */
class ClockChangesTest {

  private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
  private static final int CHANGES = 2;
  private static final int DAYS = 5;
  private static final List<Integer> MINUTES = List.of(20, 30, 45, 60, 90, 150, 480, 1440);
  private static final List<WorkingHours> HOURS =
      List.of(
          hours("00:00", "00:00"),
          hours("02:15", "02:15"),
          hours("00:00", "03:00"),
          hours("01:30", "04:30"),
          hours("22:00", "02:30"),
          hours("18:00", "06:00"),
          hours("09:00", "17:00"));

  @TestFactory
  Stream<DynamicTest> slotsAreRightAroundTheClockChangesOf() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds())
        .stream()
            .map(ZoneId::of)
            .map(zone -> DynamicTest.dynamicTest(zone.getId(), () -> assertRight(zone)));
  }

  @Test
  void thereAreClockChangesToTry() {
    long changing =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> changes(ZoneId.of(id)).size() == CHANGES)
            .count();
    assertThat(changing).isGreaterThan(150);
  }

  @Test
  void localDaysAreAsLongAsTheZoneMakesThem() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(slotsOfAnHour(berlin, "2027-03-27")).isEqualTo(24);
    assertThat(slotsOfAnHour(berlin, "2027-03-28")).isEqualTo(23);
    assertThat(slotsOfAnHour(berlin, "2027-10-31")).isEqualTo(24);
    assertThat(openFor(berlin, "2027-03-28")).isEqualTo(Duration.ofHours(23));
    assertThat(openFor(berlin, "2027-10-31")).isEqualTo(Duration.ofHours(25));
    assertThat(openFor(ZoneId.of("Australia/Lord_Howe"), "2027-04-04"))
        .isEqualTo(Duration.ofMinutes(24 * 60 + 30));
  }

  private static int slotsOfAnHour(ZoneId zone, String day) {
    return plan(LocalDate.parse(day), 1, 60, HOURS.get(0)).in(zone).times().size();
  }

  /** From the first start to the last end of a day that is open all day. */
  private static Duration openFor(ZoneId zone, String day) {
    List<Interval> times = plan(LocalDate.parse(day), 1, 30, HOURS.get(0)).in(zone).times();
    return Duration.between(times.get(0).start(), times.get(times.size() - 1).end());
  }

  private static void assertRight(ZoneId zone) {
    List<LocalDate> days =
        changes(zone).stream().map(change -> change.getDateTimeBefore().toLocalDate()).toList();
    for (LocalDate day : days.isEmpty() ? List.of(LocalDate.of(2027, 1, 10)) : days) {
      LocalDate first = day.minusDays(DAYS / 2);
      WallClock clock = new WallClock(zone, first, DAYS);
      for (WorkingHours hours : HOURS) {
        for (int minutes : MINUTES) {
          TimeslotPlan plan = plan(first, DAYS, minutes, hours);
          if (plan.broken().isEmpty()) {
            assertRight(plan, plan.in(zone), clock);
          }
        }
      }
    }
  }

  private static void assertRight(TimeslotPlan plan, TimeslotPlan.Slots slots, WallClock clock) {
    ExpectedSlots expected = new ExpectedSlots(plan, clock);
    assertThat(slots.times()).as("%s", plan).isEqualTo(expected.times());
    assertThat(slots.skipped()).as("%s", plan).isEqualTo(expected.impossible());
    for (int i = 1; i < slots.times().size(); i++) {
      assertThat(slots.times().get(i).start())
          .as("%s", plan)
          .isAfterOrEqualTo(slots.times().get(i - 1).end());
    }
  }

  private static List<ZoneOffsetTransition> changes(ZoneId zone) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    Optional<ZoneOffsetTransition> next = Optional.ofNullable(zone.getRules().nextTransition(FROM));
    while (next.isPresent() && changes.size() < CHANGES) {
      changes.add(next.get());
      next = Optional.ofNullable(zone.getRules().nextTransition(next.get().getInstant()));
    }
    return changes;
  }

  private static TimeslotPlan plan(LocalDate first, int days, int minutes, WorkingHours hours) {
    return new TimeslotPlan(first, first.plusDays(days), minutes, hours, 1, Optional.empty());
  }

  private static WorkingHours hours(String opens, String closes) {
    return new WorkingHours(LocalTime.parse(opens), LocalTime.parse(closes));
  }
}
