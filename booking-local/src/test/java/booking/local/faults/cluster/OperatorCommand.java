package booking.local.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A command of the worker's program, as an operator types it beside a running cluster. */
final class OperatorCommand {

  private OperatorCommand() {}

  /** Runs it to its end; what it says is in the log. */
  static Ended run(ProcessBuilder command, Path log, Duration patience) {
    try {
      Process process = command.redirectOutput(log.toFile()).start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("It does not end: " + Files.readString(log));
      }
      return new Ended(process.exitValue(), Files.readString(log));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
