package booking.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The main process of a Postgres server, as the {@code postmaster.pid} in its data directory names
 * it.
 *
 * <p>It outlives a JVM that was killed, and its pid may meanwhile belong to somebody else: only a
 * process that runs postgres on this very directory is taken for it.
 */
public record Postmaster(ProcessHandle process) {

  private static final long STOP_SECONDS = 20;

  /** The postmaster that runs on this data directory, if one does. */
  public static Optional<Postmaster> on(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).strip().matches("[1-9]\\d{0,9}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(process -> runsPostgresOn(data, process))
        .map(Postmaster::new);
  }

  /** Stops it, by force if it does not obey; returns when it is gone. */
  public void stop() {
    process.destroy();
    if (!endsWithin(STOP_SECONDS)) {
      kill();
    }
  }

  /** Ends it as a power cut would; its own children see that and end too. */
  public void kill() {
    process.destroyForcibly();
    if (!endsWithin(STOP_SECONDS)) {
      throw new IllegalStateException(
          "Postgres, process " + process.pid() + ", cannot be stopped; end it by hand.");
    }
  }

  private boolean endsWithin(long seconds) {
    return process
        .onExit()
        .orTimeout(seconds, TimeUnit.SECONDS)
        .handle((ended, late) -> late == null)
        .join();
  }

  private static boolean runsPostgresOn(Path data, ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    boolean postgres =
        info.command().map(Path::of).map(Path::getFileName).stream()
            .anyMatch(name -> name.toString().startsWith("postgres"));
    boolean here =
        info.arguments().stream()
            .flatMap(Arrays::stream)
            .anyMatch(argument -> isSameDirectory(data, argument));
    return postgres && here;
  }

  private static boolean isSameDirectory(Path data, String argument) {
    try {
      Path path = Path.of(argument);
      return path.isAbsolute() && Files.exists(path) && Files.isSameFile(data, path);
    } catch (IOException | IllegalArgumentException notPath) {
      return false;
    }
  }
}
