package booking.local.checker.mutant;

import java.util.List;
import java.util.stream.Stream;

/** The faults that the checker has to see. */
public final class Mutants {

  private Mutants() {}

  /** All of them. */
  public static List<Mutant> all() {
    return Stream.of(
            SeatFaults.all(),
            AnswerFaults.all(),
            MoneyFaults.all(),
            MemoryFaults.all(),
            OutsideFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
