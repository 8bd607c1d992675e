package booking.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a local system lives and listens.
 *
 * @param data the folder that keeps everything between runs
 * @param environment what the worker, the gateway and the sandbox are told besides what follows
 *     from this machine, by their own names, e.g. {@code HOLD_TIME}
 */
public record LocalSettings(Path data, LocalPorts ports, Map<String, String> environment) {

  public LocalSettings {
    environment = Map.copyOf(environment);
  }

  /** The settings as the user's shell gives them. */
  static LocalSettings from(Map<String, String> environment) throws StartupFailure {
    Path data = Path.of(environment.getOrDefault("DATA_DIR", "data"));
    return new LocalSettings(data, LocalPorts.from(environment), environment);
  }

  /** What a process is told: the user's environment, and over it what this machine dictates. */
  Map<String, String> environmentWith(Map<String, String> dictated) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(dictated);
    return Map.copyOf(all);
  }
}
