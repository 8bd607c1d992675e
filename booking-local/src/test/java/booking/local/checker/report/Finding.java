package booking.local.checker.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/**
 * What became of one invariant.
 *
 * @param id such as I3
 * @param looked how much was checked, by what
 * @param harms how many violations, by harm
 * @param examples the first violations
 */
public record Finding(
    String id,
    String meaning,
    Map<String, Long> looked,
    Map<Harm, Long> harms,
    List<Violation> examples) {

  /** Whether it holds; one that looked at nothing holds nothing. */
  public enum Verdict {
    HOLDS,
    BROKEN,
    SAW_NOTHING
  }

  public Finding {
    examples = List.copyOf(examples);
  }

  public Verdict verdict() {
    if (violations() > 0) {
      return Verdict.BROKEN;
    }
    return looked.values().stream().anyMatch(count -> count > 0)
        ? Verdict.HOLDS
        : Verdict.SAW_NOTHING;
  }

  public long violations() {
    return harms.values().stream().mapToLong(Long::longValue).sum();
  }

  public long count(Harm harm) {
    return harms.getOrDefault(harm, 0L);
  }

  /** One line for people. */
  @Override
  public String toString() {
    String counts =
        looked.entrySet().stream()
            .map(entry -> "%,d %s".formatted(entry.getValue(), entry.getKey()))
            .collect(joining(", "));
    String verdict =
        switch (verdict()) {
          case HOLDS -> "holds";
          case BROKEN -> "%,d VIOLATIONS".formatted(violations());
          case SAW_NOTHING -> "SAW NOTHING";
        };
    return "%-4s %-16s %s (%s)".formatted(id, verdict, meaning, counts);
  }
}
