package booking.local.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who ends the cluster's processes when this JVM is gone without having done so, frozen ones too: a
 * shell beside it that knows them by a folder with a file for each.
 */
final class Guardian implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      while kill -0 "$1" 2>/dev/null && [ -d "$2" ]; do sleep 1; done
      for file in "$2"/*; do
        pid=${file##*/}
        kill -KILL "$pid" 2>/dev/null
        kill -CONT "$pid" 2>/dev/null
      done
      """;

  private final Path wards;
  private final Process shell;

  private Guardian(Path wards, Process shell) {
    this.wards = wards;
    this.shell = shell;
  }

  static Guardian over(Path wards) {
    try {
      Files.createDirectories(wards);
      String self = Long.toString(ProcessHandle.current().pid());
      Process shell =
          new ProcessBuilder("sh", "-c", SCRIPT, "guardian", self, wards.toString())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      return new Guardian(wards, shell);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  void watch(long process) {
    try {
      Files.writeString(wards.resolve(Long.toString(process)), "");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Of a process that has ended: its number may soon be another's. */
  void forget(long process) {
    try {
      Files.deleteIfExists(wards.resolve(Long.toString(process)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void close() {
    shell.destroyForcibly();
  }
}
