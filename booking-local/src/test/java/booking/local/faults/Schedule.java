package booking.local.faults;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Which faults are done in a run, in their order, and the chance in each: the same seed gives the
 * same.
 */
public record Schedule(long seed, Tier tier, List<Fault> faults) {

  public Schedule {
    faults = faults.stream().filter(fault -> fault.times(tier) > 0).toList();
  }

  /** Only the rows that are named by {@code -Drows=A1,B1}, all without it. */
  Schedule wanted() {
    List<String> rows = List.of(System.getProperty("rows", "").split(","));
    return rows.contains("")
        ? this
        : new Schedule(
            seed, tier, faults.stream().filter(fault -> rows.contains(fault.row())).toList());
  }

  /** The chance of one strike, whichever others are done. */
  Random chance(Fault fault, int time) {
    // Seeds that are neighbours would begin with the same choices.
    long own = seed * 31 + fault.row().hashCode() * 1000L + time;
    return new Random(new SplittableRandom(own).nextLong());
  }
}
