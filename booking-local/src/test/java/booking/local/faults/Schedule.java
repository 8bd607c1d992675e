package booking.local.faults;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which faults are done in a run, in their order, and the chance in each: the same seed gives the
 * same.
 */
public record Schedule(long seed, Tier tier, List<Fault> faults) {

  public Schedule {
    faults = faults.stream().filter(fault -> fault.times(tier) > 0).toList();
  }

  /**
   * Only the rows that are named as in {@code A1,B1}, all if none is.
   *
   * @throws IllegalArgumentException when one of them is not done in this tier: to do nothing would
   *     look like a run in which all went well
   */
  Schedule wanted(String names) {
    List<String> rows = Stream.of(names.split(",")).map(String::strip).toList();
    if (rows.equals(List.of(""))) {
      return this;
    }
    Set<String> there =
        faults.stream().map(Fault::row).collect(Collectors.toCollection(TreeSet::new));
    List<String> unknown = rows.stream().filter(row -> !there.contains(row)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "-Drows: not in tier %s: %s; there are %s (D2 is part of D1, G3 needs -DotherWorker)"
              .formatted(tier.name().toLowerCase(Locale.ROOT), unknown, there));
    }
    return new Schedule(
        seed, tier, faults.stream().filter(fault -> rows.contains(fault.row())).toList());
  }

  /** The chance of one strike, whichever others are done. */
  Random chance(Fault fault, int time) {
    // Seeds that are neighbours would begin with the same choices.
    long own = seed * 31 + fault.row().hashCode() * 1000L + time;
    return new Random(new SplittableRandom(own).nextLong());
  }
}
