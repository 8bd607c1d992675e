package booking.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this repository. */
public final class Repository {

  private static final Path TOP = Path.of("..");

  private Repository() {}

  /** The text of a file, by its path from the top; it has to be there. */
  public static String text(String file) {
    try {
      return Files.readString(TOP.resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
