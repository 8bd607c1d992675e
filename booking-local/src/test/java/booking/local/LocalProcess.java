package booking.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The local program in a process of its own, as a user starts it, so that it can be killed. */
final class LocalProcess implements AutoCloseable {

  private static final String READY = "Booking is ready: ";
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private LocalProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static LocalProcess start(LocalSettings settings, String... arguments) {
    ProcessBuilder builder =
        new JavaCommand(Local.class.getName(), 768).forUser(List.of(arguments));
    builder.environment().putAll(environment(settings));
    try {
      return new LocalProcess(builder.start());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns when it says that a booking can be made. */
  LocalProcess awaitReady() {
    while (lines.stream().noneMatch(line -> line.startsWith(READY))) {
      if (!readLine()) {
        throw new AssertionError("It ended before it was ready: " + lines);
      }
    }
    return this;
  }

  /** As {@code kill -9}: no time to tidy up. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** As Ctrl-C or {@code kill}. */
  void terminate() {
    // Not by the Process itself, which would close its output before it has said goodbye.
    process.toHandle().destroy();
  }

  int exitCode() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end: " + lines);
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** All that it ever said; only for one that has ended or is about to. */
  List<String> allLines() {
    while (readLine()) {
      // Until the end of its output.
    }
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private boolean readLine() {
    try {
      String line = output.readLine();
      if (line == null) {
        return false;
      }
      lines.add(line);
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  private static Map<String, String> environment(LocalSettings settings) {
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("DATA_DIR", settings.data().toString());
    settings
        .ports()
        .bySetting()
        .forEach((setting, port) -> environment.put(setting, Integer.toString(port)));
    return environment;
  }
}
