package booking.local.bench.measure;

import java.util.Optional;

/** A measured figure: ours, and the baseline's of the same rounds if there is one. */
public record Figure(Subject subject, Series ours, Optional<Series> baseline) {

  /** Ours in hundredths of the baseline's, pair by pair. */
  public Series ratios() {
    return ours.hundredthsOf(baseline.orElseThrow());
  }

  /** What it should come to, in words; empty if there is nothing to reach. */
  public String goal() {
    return subject.goal().map(goal -> goal.text(subject.unit())).orElse("");
  }

  /** {@code aim}, {@code met} or {@code MISSED}; empty if there is nothing to reach. */
  public String verdict() {
    return subject.goal().map(goal -> goal.verdict(this)).orElse("");
  }
}
