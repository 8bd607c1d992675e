package booking.local;

import booking.worker.BookingWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The worker's program in a process of its own, beside a test's system, as operators start it. */
final class WorkerProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final Path output;

  private WorkerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts it with the settings that the system's own worker has, and with others over them.
   *
   * @param arguments of the program
   */
  static WorkerProcess start(
      LocalSettings system, Map<String, String> others, String... arguments) {
    try {
      LocalSecrets secrets = LocalSecrets.keptIn(system.data().resolve("secrets.properties"));
      Path folder = TestSystem.newFolder();
      Path output = folder.resolve("worker.log");
      ProcessBuilder builder =
          new JavaCommand(BookingWorker.class.getName(), 256)
              .forUser(List.of(arguments))
              .redirectOutput(output.toFile());
      Map<String, String> environment =
          new HashMap<>(
              new PartEnvironments(system, secrets, folder.resolve("state").toString()).worker());
      environment.putAll(others);
      builder.environment().putAll(environment);
      return new WorkerProcess(builder.start(), output);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
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

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
