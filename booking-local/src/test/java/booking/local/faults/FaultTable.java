package booking.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run came to, for people and for machines. */
record FaultTable(long seed, List<Outcome> outcomes, Judge.Verdict verdict) {

  private static final String ROW = "%-4s %-44s %5s %9s %9s %7s %5s %5s %5s  %s%n";
  private static final double MILLIS_IN_A_SECOND = 1000.0;

  FaultTable {
    outcomes = List.copyOf(outcomes);
  }

  /** Everything that must hold and did not, each with the seed that shows it again. */
  List<String> violations() {
    Stream<String> own =
        outcomes.stream()
            .flatMap(
                outcome ->
                    found(outcome).map(violation -> outcome.fault().row() + ": " + violation));
    return Stream.concat(own, verdict.violations().stream())
        .map(violation -> violation + " [seed " + seed + "]")
        .toList();
  }

  private static Stream<String> found(Outcome outcome) {
    return Stream.concat(
        Map.of(
                "requests without a result", outcome.lost(),
                "requests with two results", outcome.twice(),
                "gaps in the versions of a slot", outcome.gaps())
            .entrySet()
            .stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getValue() + " " + count.getKey()),
        outcome.strike().violations().stream());
  }

  /** The table and what is below it. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("Faults, seed ")
        .append(seed)
        .append(". Silence in seconds: of the partition that")
        .append(" was worst off while requests waited there, and of all together.\n\n");
    text.append(
        row(
            "row",
            "fault",
            "times",
            "partition",
            "all",
            "decided",
            "lost",
            "twice",
            "gaps",
            "goal; seen by clients; figures"));
    for (Outcome outcome : outcomes) {
      text.append(
          row(
              outcome.fault().row(),
              outcome.fault().what(),
              outcome.times(),
              seconds(outcome.worst()),
              seconds(outcome.all()),
              outcome.decided(),
              outcome.lost(),
              outcome.twice(),
              outcome.gaps(),
              notes(outcome)));
    }
    text.append(
        "%nChecker, all faults together: lost %s, twice %s, gaps %s, money difference %s cents, rows differing %s%n"
            .formatted(
                shown(verdict.lost()),
                shown(verdict.twice()),
                shown(verdict.gaps()),
                shown(verdict.moneyDifference()),
                shown(verdict.rowsDiffering())));
    violations().forEach(violation -> text.append("VIOLATION ").append(violation).append('\n'));
    return text.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }

  private static String notes(Outcome outcome) {
    Stream<String> goal =
        outcome.goalMet().stream()
            .map(
                met ->
                    "goal %s s %s"
                        .formatted(
                            seconds(outcome.fault().silenceGoal().orElseThrow()),
                            met ? "met" : "MISSED"));
    Stream<String> errors =
        outcome.errors().isEmpty()
            ? Stream.of("no errors")
            : Stream.of(new TreeMap<>(outcome.errors()).toString());
    return Stream.of(goal, errors, outcome.strike().figures().stream())
        .flatMap(notes -> notes)
        .collect(Collectors.joining("; "));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / MILLIS_IN_A_SECOND);
  }

  private static String shown(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "not looked at";
  }
}
