package booking.local.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An image as docker-compose.yml names it, so that tests and a deployment run the same version. */
final class ComposeImage {

  private static final Path FILE = Path.of("..", "docker-compose.yml");

  private ComposeImage() {}

  /** The image with its version. */
  static String named(String name) {
    Matcher line =
        Pattern.compile("(?m)^ +image: (" + Pattern.quote(name) + ":\\S+)$").matcher(compose());
    if (!line.find()) {
      throw new IllegalStateException(FILE + " names no image " + name);
    }
    return line.group(1);
  }

  private static String compose() {
    try {
      return Files.readString(FILE);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
