package booking.local.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.tools.ExecFileLoader;
import org.jacoco.report.DirectorySourceFileLocator;
import org.jacoco.report.FileMultiReportOutput;
import org.jacoco.report.IReportVisitor;
import org.jacoco.report.MultiSourceFileLocator;
import org.jacoco.report.html.HTMLFormatter;

/**
 * The lines that the recorded tests ran through, over several modules as if they were one.
 * Generated classes do not count: JaCoCo leaves out what is annotated as such.
 */
final class Coverage {

  private static final String RECORDING = "target/jacoco.exec";
  private static final String CLASSES = "target/classes";
  private static final String SOURCES = "src/main/java";

  private final List<Path> modules;
  private final ExecFileLoader recordings = new ExecFileLoader();
  private final IBundleCoverage bundle;

  /**
   * @throws IllegalStateException if a module was built and not tested
   */
  Coverage(List<Path> modules) throws IOException {
    this.modules = modules;
    CoverageBuilder builder = new CoverageBuilder();
    for (Path module : modules) {
      Path recording = module.resolve(RECORDING);
      if (Files.notExists(recording)) {
        throw new IllegalStateException(
            "No tests of %s were recorded; run ./mvnw verify over all modules"
                .formatted(module.getFileName()));
      }
      recordings.load(recording.toFile());
    }
    for (Path module : modules) {
      new Analyzer(recordings.getExecutionDataStore(), builder)
          .analyzeAll(module.resolve(CLASSES).toFile());
    }
    bundle = builder.getBundle("Booking");
  }

  /** The folders below the root that are modules with code. */
  static List<Path> modulesBelow(Path root) throws IOException {
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(folder -> Files.isDirectory(folder.resolve(SOURCES))).sorted().toList();
    }
  }

  ICounter lines() {
    return bundle.getLineCounter();
  }

  /** The classes with the most lines that no test ran through, worst first, one to a line. */
  Stream<String> worst(int count) {
    return bundle.getPackages().stream()
        .flatMap(inPackage -> inPackage.getClasses().stream())
        .filter(type -> missed(type) > 0)
        .sorted(Comparator.comparingInt(Coverage::missed).reversed())
        .limit(count)
        .map(
            type ->
                "%4d of %4d lines missed in %s"
                    .formatted(
                        missed(type),
                        type.getLineCounter().getTotalCount(),
                        type.getName().replace('/', '.')));
  }

  /** Writes the pages that show each line, with {@code index.html} among them. */
  void writeHtml(Path folder) throws IOException {
    MultiSourceFileLocator sources = new MultiSourceFileLocator(2);
    for (Path module : modules) {
      sources.add(new DirectorySourceFileLocator(module.resolve(SOURCES).toFile(), "UTF-8", 2));
    }
    Files.createDirectories(folder);
    IReportVisitor html =
        new HTMLFormatter().createVisitor(new FileMultiReportOutput(folder.toFile()));
    html.visitInfo(
        recordings.getSessionInfoStore().getInfos(),
        recordings.getExecutionDataStore().getContents());
    html.visitBundle(bundle, sources);
    html.visitEnd();
  }

  private static int missed(IClassCoverage type) {
    return type.getLineCounter().getMissedCount();
  }
}
