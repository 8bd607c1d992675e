package booking.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Fault OFTEN =
      Row.of("A1", "often", new Times(1, 5, 100), any -> Strike.plain());
  private static final Fault RARE = Row.of("G4", "rare", Times.rarely(1), any -> Strike.plain());

  @Test
  void aFaultIsOnlyInTheTiersThatItIsDoneIn() {
    List<Fault> all = List.of(OFTEN, RARE);

    assertThat(new Schedule(1, Tier.SHORT, all).faults()).containsExactly(OFTEN);
    assertThat(new Schedule(1, Tier.LONG, all).faults()).containsExactly(OFTEN, RARE);
  }

  @Test
  void rowsCanBeNamedAndWithoutNamesAllAreDone() {
    Schedule all = new Schedule(1, Tier.LONG, List.of(OFTEN, RARE));

    assertThat(all.wanted("A1").faults()).containsExactly(OFTEN);
    assertThat(all.wanted("G4, A1").faults()).containsExactly(OFTEN, RARE);
    assertThat(all.wanted("").faults()).containsExactly(OFTEN, RARE);
  }

  @Test
  void aRowThatIsNotDoneIsNoRunInWhichAllWentWell() {
    Schedule all = new Schedule(1, Tier.SHORT, List.of(OFTEN, RARE));

    assertThatThrownBy(() -> all.wanted("A1,a1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not in tier short: [a1]; there are [A1]");
    assertThatThrownBy(() -> all.wanted("G4")).hasMessageContaining("[G4]");
  }

  @Test
  void theSameSeedGivesTheSameChanceAndAnotherSeedAnother() {
    assertThat(chance(7, 1)).isEqualTo(chance(7, 1));
    assertThat(chance(7, 1)).isNotEqualTo(chance(8, 1)).isNotEqualTo(chance(7, 2));
  }

  @Test
  void theStrikesOfAFaultDoNotAllMakeTheSameChoice() {
    Schedule schedule = new Schedule(3, Tier.SHORT, List.of(OFTEN));

    assertThat(IntStream.range(0, 10).map(time -> schedule.chance(OFTEN, time).nextInt(2)))
        .contains(0, 1);
  }

  private static List<Long> chance(long seed, int time) {
    return LongStream.generate(
            new Schedule(seed, Tier.SHORT, List.of(OFTEN)).chance(OFTEN, time)::nextLong)
        .limit(3)
        .boxed()
        .toList();
  }
}
