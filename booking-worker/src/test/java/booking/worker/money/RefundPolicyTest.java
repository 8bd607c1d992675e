package booking.worker.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import booking.worker.money.RefundPolicy.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundPolicyTest {

  private static final int DAYS_MAX = 10;
  private static final RefundPolicy HOUSE =
      new RefundPolicy(List.of(new Tier(24, 100), new Tier(6, 50)));

  @ParameterizedTest
  @CsvSource({
    "PT24H,          20.01",
    "PT23H59M59.999S, 10.01",
    "PT6H,           10.01",
    "PT5H59M59.999S, 0.00",
    "PT0S,           0.00",
    "PT-1H,          0.00"
  })
  void theHouseGivesBackByTheTimeLeft(Duration left, String refund) {
    assertThat(HOUSE.refund(euros("20.01"), left)).isEqualTo(euros(refund));
  }

  @Test
  void theOrderInWhichTiersAreWrittenDoesNotMatter() {
    RefundPolicy shuffled = new RefundPolicy(List.of(new Tier(6, 50), new Tier(24, 100)));
    assertThat(shuffled).isEqualTo(HOUSE);
    assertThat(shuffled.tiers()).containsExactly(new Tier(24, 100), new Tier(6, 50));
  }

  @Test
  void withoutTiersNothingComesBack() {
    assertThat(new RefundPolicy(List.of()).refund(euros("20.00"), Duration.ofDays(365)))
        .isEqualTo(euros("0.00"));
  }

  @Test
  void aTierOfNoHoursCountsUntilTheStart() {
    RefundPolicy always = new RefundPolicy(List.of(new Tier(0, 30)));
    assertThat(always.refund(euros("20.00"), Duration.ZERO)).isEqualTo(euros("6.00"));
    assertThat(always.refund(euros("20.00"), Duration.ofMillis(-1))).isEqualTo(euros("0.00"));
  }

  @ParameterizedTest
  @CsvSource({"-1, 50", "24, -1", "24, 101"})
  void aTierOutOfBoundsIsNone(int hours, int percent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tier(hours, percent))
        .withMessage("no such tier: " + percent + " % at " + hours + " hours");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 100", "10000, 100"})
  void aTierOnItsBoundsIsOne(int hours, int percent) {
    assertThat(new Tier(hours, percent).percent()).isEqualTo(percent);
  }

  @Property
  void whoCancelsEarlierNeverGetsLessAndNobodyMoreThanWasPaid(
      @ForAll("generousEarly") RefundPolicy policy,
      @ForAll @LongRange(max = 999_999_999_999L) long cents,
      @ForAll @LongRange(max = 864_000_000L) long left,
      @ForAll @LongRange(max = 864_000_000L) long earlier) {
    Money paid = new Money(cents, "EUR");
    Money late = policy.refund(paid, Duration.ofMillis(left));
    Money early = policy.refund(paid, Duration.ofMillis(left + earlier));
    assertThat(late.cents()).isBetween(0L, early.cents());
    assertThat(early.cents()).isLessThanOrEqualTo(paid.cents());
  }

  /** Policies that give the more the earlier one cancels, as all sensible ones do. */
  @Provide
  Arbitrary<RefundPolicy> generousEarly() {
    Arbitrary<Set<Integer>> hours =
        Arbitraries.integers().between(0, 24 * DAYS_MAX).set().ofMaxSize(5);
    Arbitrary<Set<Integer>> percents = Arbitraries.integers().between(0, 100).set().ofSize(5);
    return Combinators.combine(hours, percents).as(RefundPolicyTest::rising);
  }

  private static RefundPolicy rising(Set<Integer> hours, Set<Integer> percents) {
    List<Integer> sorted = percents.stream().sorted(Comparator.reverseOrder()).toList();
    List<Tier> tiers = new ArrayList<>();
    for (int hour : hours.stream().sorted(Comparator.reverseOrder()).toList()) {
      tiers.add(new Tier(hour, sorted.get(tiers.size())));
    }
    return new RefundPolicy(tiers);
  }

  private static Money euros(String amount) {
    return Money.of(new BigDecimal(amount), "EUR");
  }
}
