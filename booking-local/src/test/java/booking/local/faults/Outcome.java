package booking.local.faults;

import booking.local.faults.watch.Tally;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How one fault ended, all its strikes together.
 *
 * @param silences the longest of each strike, of the partition that was worst off
 * @param all longest time in which nobody at all was answered
 * @param decided requests while it lasted
 * @param lost requests that never got a result
 * @param twice requests with two first results
 * @param gaps in the versions of slots
 * @param errors that clients saw instead of a yes or no, by code
 */
public record Outcome(
    Fault fault,
    List<Duration> silences,
    Duration all,
    long decided,
    long lost,
    long twice,
    long gaps,
    Map<String, Long> errors,
    Strike strike) {

  /** Before the first strike. */
  static Outcome none(Fault fault) {
    return new Outcome(fault, List.of(), Duration.ZERO, 0, 0, 0, 0, Map.of(), Strike.plain());
  }

  /** After one strike more. */
  Outcome and(Tally seen, Map<String, Long> newErrors, Strike strike) {
    Map<String, Long> allErrors = new TreeMap<>(errors);
    newErrors.forEach((code, count) -> allErrors.merge(code, count, Long::sum));
    return new Outcome(
        fault,
        joined(silences, List.of(seen.partitionSilence())),
        longer(all, seen.silence()),
        decided + seen.decided(),
        lost + seen.undecided(),
        twice + seen.twice(),
        gaps + seen.gaps(),
        Map.copyOf(allErrors),
        new Strike(
            joined(this.strike.figures(), strike.figures()),
            joined(this.strike.violations(), strike.violations())));
  }

  /** How often it was done. */
  int times() {
    return silences.size();
  }

  /** The silence of the last strike. */
  Duration last() {
    return silences.get(silences.size() - 1);
  }

  /** The longest silence of all strikes. */
  Duration worst() {
    return silences.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** The silence that half of the strikes did not reach or only just. */
  Duration median() {
    return silences.stream().sorted().skip((times() - 1) / 2).findFirst().orElse(Duration.ZERO);
  }

  /** Whether the silence stayed within its goal; empty without a goal. */
  Optional<Boolean> goalMet() {
    return fault.silenceGoal().map(goal -> worst().compareTo(goal) <= 0);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
