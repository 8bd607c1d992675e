package booking.local.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check fails for what no test ran, and says so. */
class CoverageCheckTest {

  @TempDir Path root;

  /** Lines that are never run, as far as the recording in this test goes. */
  static final class Untested {
    int twice(int number) {
      return 2 * number;
    }
  }

  @Test
  void aClassThatNoTestRanFailsTheCheckAndIsNamed() throws IOException {
    Coverage coverage = new Coverage(List.of(moduleWith(Untested.class)));

    assertThatThrownBy(() -> CoverageCheck.verdict(coverage, 95))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Coverage: 0.00 % of 2 lines (at least 95 %)")
        .hasMessageContaining("2 of    2 lines missed in " + Untested.class.getName());
  }

  @Test
  void enoughIsSaidWithItsFigure() throws IOException {
    Coverage coverage = new Coverage(List.of(moduleWith(Untested.class)));

    assertThat(CoverageCheck.verdict(coverage, 0))
        .isEqualTo("Coverage: 0.00 % of 2 lines (at least 0 %)");
  }

  @Test
  void noLinesAtAllFailTheCheck() throws IOException {
    Coverage coverage = new Coverage(List.of(module()));

    assertThatThrownBy(() -> CoverageCheck.verdict(coverage, 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aModuleWithoutARecordingFailsTheCheck() throws IOException {
    Path module = module();
    Files.delete(module.resolve("target/jacoco.exec"));

    assertThatThrownBy(() -> new Coverage(List.of(module)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No tests of some were recorded; run ./mvnw verify over all modules");
  }

  @Test
  void everyModuleOfTheProjectIsCounted() throws IOException {
    assertThat(Coverage.modulesBelow(Path.of("..")))
        .extracting(module -> module.getFileName().toString())
        .containsExactly(
            "booking-gateway", "booking-local", "booking-worker", "local-servers", "schemas");
  }

  @Test
  void theReportHasAPageToBeginWith() throws IOException {
    Coverage coverage = new Coverage(List.of(moduleWith(Untested.class)));

    coverage.writeHtml(root.resolve("report"));

    assertThat(root.resolve("report/index.html")).content().contains("Booking");
  }

  private Path moduleWith(Class<?> type) throws IOException {
    Path module = module();
    String name = type.getName().replace('.', '/') + ".class";
    Path file = module.resolve("target/classes").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
      Files.copy(bytes, file);
    }
    return module;
  }

  private Path module() throws IOException {
    Path module = root.resolve("some");
    Files.createDirectories(module.resolve("target/classes"));
    Files.createDirectories(module.resolve("src/main/java"));
    new ExecFileLoader().save(module.resolve("target/jacoco.exec").toFile(), false);
    return module;
  }
}
