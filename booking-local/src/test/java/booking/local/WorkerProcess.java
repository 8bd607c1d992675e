package booking.local;

import booking.worker.BookingWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The worker's program in a process of its own, beside a test's system, as operators start it. */
final class WorkerProcess {

  private WorkerProcess() {}

  /**
   * Starts it with the settings that the system's own worker has, and with others over them.
   *
   * @param arguments of the program
   */
  static OutsideProcess start(
      LocalSettings system, Map<String, String> others, String... arguments) {
    Path folder = TestSystem.newFolder();
    ProcessBuilder builder =
        new JavaCommand(BookingWorker.class.getName(), 256).forUser(List.of(arguments));
    Map<String, String> environment = new HashMap<>(told(system, folder.resolve("state")));
    environment.putAll(others);
    builder.environment().putAll(environment);
    return OutsideProcess.start(builder, folder.resolve("worker.log"));
  }

  private static Map<String, String> told(LocalSettings system, Path state) {
    try {
      LocalSecrets secrets = LocalSecrets.keptIn(system.data().resolve("secrets.properties"));
      return new PartEnvironments(system, secrets, state.toString()).worker();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
