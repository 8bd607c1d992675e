package booking.local.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The order of measuring: A B A B and so on, so that what disturbs the machine disturbs both.
 *
 * @param warmUps rounds that come first and do not count
 * @param rounds that count
 * @param said hears each figure
 */
public record Turns(int warmUps, int rounds, Consumer<String> said) {

  /** The same with so many warm-ups: who compares programs has to wait for their compilers. */
  public Turns after(int moreWarmUps) {
    return new Turns(moreWarmUps, rounds, said);
  }

  /** All rounds, with those that do not count. */
  public int all() {
    return warmUps + rounds;
  }

  /** Whether a round counts; the first is number 0. */
  public boolean counts(int round) {
    return round >= warmUps;
  }

  /** Measures a thing beside its baseline. */
  public Figure compare(Subject subject, Turn ours, Turn baseline) throws Exception {
    List<Long> a = new ArrayList<>();
    List<Long> b = new ArrayList<>();
    for (int round = 0; round < all(); round++) {
      long own = ours.measure(round);
      long other = baseline.measure(round);
      tell(subject, round, subject.unit().text(own) + " | " + subject.unit().text(other));
      if (counts(round)) {
        a.add(own);
        b.add(other);
      }
    }
    return new Figure(subject, new Series(a), Optional.of(new Series(b)));
  }

  /** Measures a thing that has no baseline, and that begins anew each time: nothing warms it up. */
  public Figure alone(Subject subject, Turn ours) throws Exception {
    List<Long> values = new ArrayList<>();
    for (int round = warmUps; round < all(); round++) {
      long value = ours.measure(round);
      tell(subject, round, subject.unit().text(value));
      values.add(value);
    }
    return new Figure(subject, new Series(values), Optional.empty());
  }

  private void tell(Subject subject, int round, String values) {
    String when = counts(round) ? "round " + (round - warmUps + 1) : "warm-up";
    said.accept("%s, %s: %s".formatted(subject.name(), when, values));
  }
}
