package booking.local.checker.invariant;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Notes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** I13: what was planted for one user is in no log and in no answer to another. */
final class NothingLeaks implements Invariant {

  private final Notes notes = new Notes("I13", "no planted word where it must not be");

  @Override
  public void see(LogRecord record, Past past) {
    // Topics may hold what customers wrote; files may not.
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    for (Planted planted : evidence.secrets()) {
      for (Path file : planted.files()) {
        String content = content(file);
        notes.looked("characters", content.length());
        notes.require(
            !content.contains(planted.text()), file, "holds the planted %s", planted.text());
      }
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
