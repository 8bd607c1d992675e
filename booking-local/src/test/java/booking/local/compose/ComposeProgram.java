package booking.local.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Docker's own reader of compose files, where this machine has one. It needs no Docker engine.
 *
 * @param command the plugin's, or the older program's that Debian has
 */
record ComposeProgram(List<String> command) {

  /** How it ended, and all that it said. */
  record Ended(int code, String said) {}

  static Optional<ComposeProgram> ofThisMachine() {
    return Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
        .map(ComposeProgram::new)
        .filter(ComposeProgram::isThere)
        .findFirst();
  }

  private boolean isThere() {
    try {
      return run(Path.of("."), Map.of(), "version").code() == 0;
    } catch (UncheckedIOException missing) {
      return false;
    }
  }

  /** Runs it in a folder, with an environment that has these besides its own. */
  Ended run(Path folder, Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.onExit().join().exitValue(), said);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
