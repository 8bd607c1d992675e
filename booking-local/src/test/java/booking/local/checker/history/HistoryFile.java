package booking.local.checker.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of calls: a line each, fields between tabs, {@code -} for what is not known, times in
 * milliseconds since 1970; the first line names the fields, which may be more than are read here.
 */
public final class HistoryFile {

  private HistoryFile() {}

  /**
   * All calls of the file.
   *
   * @throws IllegalArgumentException if a line is not of this form; it says which
   */
  public static List<Call> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> names = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t"));
    List<Call> calls = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      try {
        calls.add(call(names, lines.get(i)));
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException("%s, line %d: %s".formatted(file, i + 1, wrong), wrong);
      }
    }
    return calls;
  }

  private static Call call(List<String> names, String line) {
    String[] values = line.split("\t", -1);
    if (values.length != names.size()) {
      throw new IllegalArgumentException(
          "%d fields, the first line names %d".formatted(values.length, names.size()));
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      fields.put(names.get(i), values[i]);
    }
    return new Call(
        required(fields, "id"),
        Long.parseLong(required(fields, "user")),
        required(fields, "kind"),
        text(fields, "request"),
        time(fields, "t_start"),
        time(fields, "t_end"),
        Call.Outcome.valueOf(required(fields, "ending").toUpperCase(Locale.ROOT)),
        text(fields, "code"),
        number(fields, "booking"),
        number(fields, "version"));
  }

  private static Instant time(Map<String, String> fields, String name) {
    return Instant.ofEpochMilli(Long.parseLong(required(fields, name)));
  }

  private static OptionalLong number(Map<String, String> fields, String name) {
    return text(fields, name)
        .map(Long::parseLong)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  private static String required(Map<String, String> fields, String name) {
    return text(fields, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
  }

  private static Optional<String> text(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.equals("-"));
  }
}
