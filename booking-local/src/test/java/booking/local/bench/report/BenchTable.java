package booking.local.bench.report;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Series;
import booking.local.bench.measure.Unit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All figures as a table in Markdown, which is read well in a terminal, too. */
public record BenchTable(List<Figure> figures) {

  private static final String ROW = "| %-22s | %-30s | %-30s | %-18s | %-22s | %-6s |%n";

  public BenchTable {
    figures = List.copyOf(figures);
  }

  public String text() {
    return Stream.concat(
            Stream.of(
                row("figure", "ours", "baseline", "ratio", "to reach", ""),
                row("---", "---", "---", "---", "---", "---")),
            figures.stream().map(BenchTable::row))
        .collect(Collectors.joining());
  }

  private static String row(Figure figure) {
    Unit unit = figure.subject().unit();
    return row(
        figure.subject().name(),
        spread(figure.ours(), unit),
        figure.baseline().map(series -> spread(series, unit)).orElse("-"),
        figure.baseline().map(any -> ratio(figure.ratios())).orElse("-"),
        figure.goal(),
        figure.verdict());
  }

  static String ratio(Series ratios) {
    return "%s× (%s–%s)"
        .formatted(
            Goal.times(ratios.median()), Goal.times(ratios.least()), Goal.times(ratios.greatest()));
  }

  private static String spread(Series series, Unit unit) {
    return "%s (%s–%s)"
        .formatted(
            unit.text(series.median()), unit.text(series.least()), unit.text(series.greatest()));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }
}
