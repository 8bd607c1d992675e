package booking.local.bench.report;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Series;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Figures as a picture: two bars each, the longer one always as long, and the ratio behind them.
 */
record BenchPicture(List<Figure> figures) {

  private static final int WIDTH = 900;
  private static final int ROW = 46;
  private static final int HEAD = 48;
  private static final int LEFT = 190;
  private static final int LONGEST = 330;

  BenchPicture {
    figures = figures.stream().filter(figure -> figure.baseline().isPresent()).toList();
  }

  String svg() {
    int height = HEAD + figures.size() * ROW + 10;
    return Stream.of(
            Stream.of(
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" \
                viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="13">
                <rect width="%1$d" height="%2$d" fill="white"/>
                """
                    .formatted(WIDTH, height),
                text(16, 28, "Booking (dark) and its baseline (light), median of all rounds")),
            IntStream.range(0, figures.size()).mapToObj(this::row),
            Stream.of("</svg>\n"))
        .flatMap(parts -> parts)
        .collect(Collectors.joining());
  }

  private String row(int index) {
    Figure figure = figures.get(index);
    int top = HEAD + index * ROW;
    Series baseline = figure.baseline().orElseThrow();
    long greatest = Math.max(figure.ours().median(), baseline.median());
    return text(16, top + 22, figure.subject().name())
        + bar(top, "#1f4e79", figure.ours().median(), greatest, figure)
        + bar(top + 18, "#a8c4de", baseline.median(), greatest, figure)
        + text(
            LEFT + LONGEST + 130,
            top + 22,
            BenchTable.ratio(figure.ratios()) + "  " + figure.verdict());
  }

  private static String bar(int top, String colour, long value, long greatest, Figure figure) {
    int length = Math.max(1, Math.round((float) LONGEST * value / greatest));
    return """
        <rect x="%d" y="%d" width="%d" height="15" fill="%s"/>
        """
            .formatted(LEFT, top, length, colour)
        + text(LEFT + length + 6, top + 12, figure.subject().unit().text(value));
  }

  private static String text(int x, int y, String words) {
    return String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>\n", x, y, words);
  }
}
