package booking.local.bench.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the time goes, if somebody asks by {@code -Dprofile}: a flame graph of every program that a
 * part of the benchmarks starts, by <a href="https://github.com/async-profiler">async-profiler</a>,
 * which sees the collector, the compilers and RocksDB too. {@code -Dprofile=alloc} shows what is
 * allocated instead; any event of the profiler's goes.
 */
final class Profile {

  // What Maven makes of -Dprofile.
  private static final String UNNAMED = "true";
  private static final String EVERY = "event=%s,interval=%s,threads,file=%s";

  private Profile() {}

  static boolean isWanted() {
    return System.getProperty("profile") != null;
  }

  /** The option of a JVM that profiles itself until it ends; empty when nobody asks. */
  static Optional<String> wanted() {
    return Optional.ofNullable(System.getProperty("profile"))
        .map(event -> event.equals(UNNAMED) ? "cpu" : event)
        .map(Profile::agent);
  }

  private static String agent(String event) {
    Path folder = Path.of("target", "profiles").toAbsolutePath();
    String interval = event.equals("alloc") ? "256k" : "1ms";
    // The profiler puts the process id in the place of %p.
    String file = folder.resolve(event + "-%p.html").toString();
    return "-agentpath:" + library(folder) + "=start," + EVERY.formatted(event, interval, file);
  }

  /** The profiler's library for this machine, from its jar. */
  private static Path library(Path folder) {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    String platform = mac ? "macos" : arm ? "linux-arm64" : "linux-x64";
    String name = platform + "/libasyncProfiler.so";
    Path library = folder.resolve("libasyncProfiler.so");
    try (InputStream in = Profile.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(in, name), library, StandardCopyOption.REPLACE_EXISTING);
      return library;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
