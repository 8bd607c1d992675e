package booking.local.faults.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What a JVM could not give back: its heap after a full collection, which is forced for that. */
final class LiveHeap {

  private LiveHeap() {}

  /**
   * Of the JVM with this process number, in bytes, as the last line of {@code jcmd
   * GC.class_histogram} tells it: {@code Total <instances> <bytes>}.
   */
  static long of(long process) {
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process),
                "GC.class_histogram")
            .redirectErrorStream(true);
    try (var said = command.start().inputReader()) {
      return said.lines()
          .filter(line -> line.startsWith("Total"))
          .map(line -> line.trim().split("\\s+")[2])
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("jcmd tells nothing of " + process));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
