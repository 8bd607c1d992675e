package booking.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own beside a test's system; what it says goes to a file. */
final class OutsideProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path output;

  private OutsideProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static OutsideProcess start(ProcessBuilder program, Path output) {
    try {
      return new OutsideProcess(
          program.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill}. */
  void terminate() {
    process.toHandle().destroy();
  }

  int exitCode() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end: " + said());
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** All that it has said so far, logs too. */
  String said() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** As {@code kill -9}; returns when it is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    exitCode();
  }
}
