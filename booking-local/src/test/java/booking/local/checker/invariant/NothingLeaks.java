package booking.local.checker.invariant;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Notes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
      planted.files().forEach(file -> scan(file, planted.text()));
    }
  }

  /** Line by line: after a long run the logs are large. */
  private void scan(Path file, String text) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        notes.looked("characters", line.length());
        notes.require(
            !line.contains(text), file + ":" + number, "the line holds the planted %s", text);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
