package booking.local.coverage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jacoco.core.analysis.ICounter;

/** The build's last step: says how many lines the tests cover, and fails when they are too few. */
public final class CoverageCheck {

  private static final int WORST = 20;

  private CoverageCheck() {}

  /**
   * @param args the root of the project, the folder for the report, the least percentage of lines
   */
  public static void main(String[] args) throws IOException {
    Path report = Path.of(args[1]);
    Coverage coverage = new Coverage(Coverage.modulesBelow(Path.of(args[0])));
    coverage.writeHtml(report);
    System.out.println(verdict(coverage, Integer.parseInt(args[2])));
  }

  /**
   * The figure.
   *
   * @throws IllegalStateException if it is below the least; the message says what lacks most
   */
  static String verdict(Coverage coverage, int least) {
    ICounter lines = coverage.lines();
    String figure =
        String.format(
            Locale.ROOT,
            "Coverage: %.2f %% of %d lines (at least %d %%)",
            100 * lines.getCoveredRatio(),
            lines.getTotalCount(),
            least);
    if (lines.getTotalCount() == 0 || lines.getCoveredRatio() * 100 < least) {
      throw new IllegalStateException(
          coverage.worst(WORST).collect(Collectors.joining("\n", figure + "\n", "")));
    }
    return figure;
  }
}
