package booking.local.checker.invariant;

import java.util.List;

/**
 * All invariants, ready to see a log from its beginning.
 *
 * @param money which also knows how much is missing
 */
public record Invariants(List<Invariant> all, Money money) {

  public Invariants {
    all = List.copyOf(all);
  }

  public static Invariants over(Evidence evidence) {
    Money money = new Money();
    return new Invariants(
        List.of(
            new Seats(),
            new OneResult(),
            money,
            new PaidExactly(),
            new Versions(),
            new TablesAreEvents(evidence.tables()),
            new StoresAreEvents(),
            new Together(),
            new NoPhantom(evidence.history()),
            new MonotoneReads(),
            new HoldsEnd(evidence.holdTolerance()),
            new NothingVanishes(),
            new NothingLeaks(),
            new ComesToRest()),
        money);
  }
}
