package booking.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is kept of a data folder when nobody needs its system any more. */
public final class LogsOnly {

  private LogsOnly() {}

  /** Deletes everything in the folder but its {@code logs}. */
  public static void keepIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst =
          files
              .filter(path -> !path.startsWith(folder.resolve("logs")))
              .filter(path -> !path.equals(folder))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
