package booking.local.checker.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the checker found, invariant by invariant.
 *
 * @param moneyDifference per currency, in minor units: received and neither kept nor refunded;
 *     negative when more went out than came in
 */
public record Report(List<Finding> findings, Map<String, Long> moneyDifference) {

  public Report {
    findings = List.copyOf(findings);
    moneyDifference = Map.copyOf(moneyDifference);
  }

  public Finding finding(String id) {
    return findings.stream().filter(finding -> finding.id().equals(id)).findFirst().orElseThrow();
  }

  /** Whether nothing is broken. An invariant that saw nothing is not broken; see {@link #blind}. */
  public boolean isClean() {
    return broken().isEmpty();
  }

  public List<Finding> broken() {
    return with(Finding.Verdict.BROKEN);
  }

  /** The invariants for which there was nothing to look at. */
  public List<String> blind() {
    return with(Finding.Verdict.SAW_NOTHING).stream().map(Finding::id).toList();
  }

  /** Of each broken invariant the first violations. */
  public List<Violation> violations() {
    return findings.stream().flatMap(finding -> finding.examples().stream()).toList();
  }

  public long lost() {
    return count(Harm.LOST);
  }

  public long twice() {
    return count(Harm.TWICE);
  }

  public long gaps() {
    return count(Harm.GAP);
  }

  public long rowsDiffering() {
    return count(Harm.ROW);
  }

  /** Violations of other kinds. */
  public long wrong() {
    return count(Harm.WRONG) + count(Harm.MONEY);
  }

  /** For people: a line each, the columns of the table of faults, the violations. */
  @Override
  public String toString() {
    String columns =
        "lost %d, twice %d, gaps %d, rows differing %d, otherwise wrong %d, money difference %s"
            .formatted(lost(), twice(), gaps(), rowsDiffering(), wrong(), money());
    return Stream.of(
            findings.stream().map(Finding::toString),
            Stream.of(columns),
            violations().stream().map(Violation::toString))
        .flatMap(lines -> lines)
        .collect(joining(System.lineSeparator()));
  }

  private String money() {
    return moneyDifference.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .sorted()
        .reduce((one, other) -> one + ", " + other)
        .orElse("0");
  }

  private long count(Harm harm) {
    return findings.stream().mapToLong(finding -> finding.count(harm)).sum();
  }

  private List<Finding> with(Finding.Verdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
  }
}
