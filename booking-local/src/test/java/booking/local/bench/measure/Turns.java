package booking.local.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The order of measuring: A B A B and so on, so that what disturbs the machine disturbs both.
 *
 * @param rounds that count
 * @param said hears each figure
 */
public record Turns(int rounds, Consumer<String> said) {

  /** Measures a thing beside its baseline. */
  public Figure compare(Subject subject, Turn ours, Turn baseline) throws Exception {
    List<Long> a = new ArrayList<>();
    List<Long> b = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      long own = ours.measure(round);
      long other = baseline.measure(round);
      tell(subject, round, subject.unit().text(own) + " | " + subject.unit().text(other));
      if (round > 0) {
        a.add(own);
        b.add(other);
      }
    }
    return new Figure(subject, new Series(a), Optional.of(new Series(b)));
  }

  /** Measures a thing that has no baseline. */
  public Figure alone(Subject subject, Turn ours) throws Exception {
    List<Long> values = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      long value = ours.measure(round);
      tell(subject, round, subject.unit().text(value));
      values.add(value);
    }
    return new Figure(subject, new Series(values), Optional.empty());
  }

  private void tell(Subject subject, int round, String values) {
    String when = round == 0 ? "warm-up" : "round " + round;
    said.accept("%s, %s: %s".formatted(subject.name(), when, values));
  }
}
