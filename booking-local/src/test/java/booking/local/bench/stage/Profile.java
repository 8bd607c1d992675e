package booking.local.bench.stage;

import java.nio.file.Path;
import java.util.Optional;

/** Where the time goes, if somebody asks by {@code -Dprofile}: a recording of every JVM. */
final class Profile {

  private Profile() {}

  /** The option of a JVM that records itself; empty when nobody asks. */
  static Optional<String> wanted() {
    Path folder = Path.of("target", "profiles").toAbsolutePath();
    return Optional.ofNullable(System.getProperty("profile"))
        .map(
            asked ->
                "-XX:StartFlightRecording:settings=profile,dumponexit=true,filename=" + folder);
  }
}
