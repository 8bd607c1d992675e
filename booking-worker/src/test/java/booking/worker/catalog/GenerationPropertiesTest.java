package booking.worker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import booking.worker.catalog.CatalogDecision.Generated;
import booking.worker.catalog.CatalogDecision.NewTimeslot;
import booking.worker.catalog.TimeslotPlan.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What is always true of a room's timeslots, whatever was generated before, in any order. */
class GenerationPropertiesTest {

  private static final LocalDate SPRING_CHANGE = LocalDate.of(2027, 3, 28);

  @Property
  void noTwoSlotsOfARoomOverlapAndNoneHasStarted(
      @ForAll @Size(min = 2, max = 5) List<@From("plans") TimeslotPlan> plans) {
    KeptCatalog kept = withOffice();
    Instant now = SPRING_CHANGE.atTime(9, 0).atZone(Office.BERLIN).toInstant();
    List<Interval> all = new ArrayList<>();
    for (TimeslotPlan plan : plans) {
      for (NewTimeslot slot : generate(kept, plan, now).slots()) {
        assertThat(slot.time().start()).isAfter(now);
        all.add(slot.time());
      }
    }
    all.sort(Comparator.comparing(Interval::start));
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).start()).isAfterOrEqualTo(all.get(i - 1).end());
    }
  }

  @Property
  void whatIsGeneratedTwiceMakesNothingNew(@ForAll("plans") TimeslotPlan plan) {
    KeptCatalog kept = withOffice();
    Generated once = generate(kept, plan, Office.LONG_BEFORE);
    Generated again = generate(kept, plan, Office.LONG_BEFORE);
    assertThat(again.slots()).isEmpty();
    assertThat(again.skipped()).isEqualTo(once.slots().size() + once.skipped());
  }

  @Property
  void everySlotIsAsLongAsWasAskedFor(@ForAll("plans") TimeslotPlan plan) {
    assertThat(generate(withOffice(), plan, Office.LONG_BEFORE).slots())
        .extracting(slot -> Duration.between(slot.time().start(), slot.time().end()))
        .allMatch(Duration.ofMinutes(plan.minutes())::equals);
  }

  private static KeptCatalog withOffice() {
    KeptCatalog kept = new KeptCatalog();
    kept.decide(new CatalogCommand.CreateRoom(Office.named("Blue")), Office.LONG_BEFORE);
    return kept;
  }

  private static Generated generate(KeptCatalog kept, TimeslotPlan plan, Instant now) {
    return (Generated) kept.decide(new CatalogCommand.Generate(1, plan), now);
  }

  /** Plans for some days around a clock change that nothing is wrong with. */
  @Provide
  Arbitrary<TimeslotPlan> plans() {
    Arbitrary<LocalDate> firstDay =
        Arbitraries.integers().between(-3, 3).map(SPRING_CHANGE::plusDays);
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 95).map(n -> LocalTime.MIDNIGHT.plusMinutes(15L * n));
    Arbitrary<WorkingHours> hours = Combinators.combine(times, times).as(WorkingHours::new);
    Arbitrary<Integer> minutes = Arbitraries.of(5, 15, 30, 45, 60, 90, 240, 720, 1440);
    return Combinators.combine(firstDay, Arbitraries.integers().between(1, 4), minutes, hours)
        .as(
            (first, days, length, open) ->
                new TimeslotPlan(first, first.plusDays(days), length, open, 1, Optional.empty()))
        .filter(plan -> plan.broken().isEmpty());
  }
}
