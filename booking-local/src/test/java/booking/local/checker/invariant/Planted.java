package booking.local.checker.invariant;

import java.nio.file.Path;
import java.util.List;

/**
 * A text that a file must not hold: the note of another user, a token.
 *
 * @param files logs, or answers that went to somebody else
 */
public record Planted(String text, List<Path> files) {

  public Planted {
    files = List.copyOf(files);
  }
}
