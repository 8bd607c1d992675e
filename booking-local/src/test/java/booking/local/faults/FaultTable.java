package booking.local.faults;

import booking.local.faults.watch.Stopwatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run came to, for people and for machines. */
record FaultTable(long seed, List<Outcome> outcomes, Judge.Verdict verdict) {

  private static final String ROW = "%-4s %-34s %5s %7s %7s %7s %7s %4s %5s %4s  %s%n";

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
    return Stream.of(
            Stream.of(heading(), titles()),
            outcomes.stream().map(FaultTable::row),
            Stream.of(judgement()),
            violations().stream().map(violation -> "VIOLATION " + violation + "\n"))
        .flatMap(parts -> parts)
        .collect(Collectors.joining());
  }

  private String heading() {
    return "Faults, seed "
        + seed
        + ". Silence in seconds, of the partition that was worst off while requests waited there:"
        + " longest and median of the strikes; all: the longest of all partitions together.\n\n";
  }

  private static String titles() {
    return row(
        "row",
        "fault",
        "times",
        "longest",
        "median",
        "all",
        "decided",
        "lost",
        "twice",
        "gaps",
        "goal; seen by clients; figures");
  }

  private static String row(Outcome outcome) {
    return row(
        outcome.fault().row(),
        outcome.fault().what(),
        outcome.times(),
        Stopwatch.seconds(outcome.worst()),
        Stopwatch.seconds(outcome.median()),
        Stopwatch.seconds(outcome.all()),
        outcome.decided(),
        outcome.lost(),
        outcome.twice(),
        outcome.gaps(),
        notes(outcome));
  }

  private String judgement() {
    return "%nChecker, all faults together: lost %d, twice %d, gaps %d, %s, rows differing %d%n%s%n"
        .formatted(
            verdict.lost(),
            verdict.twice(),
            verdict.gaps(),
            "money difference " + verdict.moneyDifference() + " cents",
            verdict.rowsDiffering(),
            verdict.report());
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
                            Stopwatch.seconds(outcome.fault().silenceGoal().orElseThrow()),
                            met ? "met" : "MISSED"));
    Stream<String> errors =
        outcome.errors().isEmpty()
            ? Stream.of("no errors")
            : Stream.of(new TreeMap<>(outcome.errors()).toString());
    return Stream.of(goal, errors, outcome.strike().figures().stream())
        .flatMap(notes -> notes)
        .collect(Collectors.joining("; "));
  }
}
