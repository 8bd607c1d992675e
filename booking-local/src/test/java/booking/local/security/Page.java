package booking.local.security;

import booking.local.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code docs/operations.md} says of who may do what, and of the file that names who it is.
 */
public final class Page {

  private static final String TABLE = "\n## Kafka: who may do what\n";
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (?:`([a-z-]+)` )?\\| ([^|]+) \\| ([A-Za-z, ]+) \\|$");
  private static final Pattern LOGIN = Pattern.compile("`kafka-configs\\.sh … ([^`]+)`");
  private static final Pattern CLIENT_FILE = Pattern.compile("(?s)```properties\n(.*?)```");

  /**
   * A row of the table.
   *
   * @param on in words, e.g. {@code topics `booking-worker-*`}
   */
  public record Right(String principal, String on, List<String> operations) {}

  private final String text;

  private Page(String text) {
    this.text = text;
  }

  public static Page read() {
    return new Page(Repository.text("docs/operations.md"));
  }

  /** The rows of the table, each with its principal. */
  public List<Right> rights() {
    int begin = text.indexOf(TABLE) + TABLE.length();
    String section = text.substring(begin, text.indexOf("\n#", begin));
    List<Right> rights = new ArrayList<>();
    String principal = "";
    for (MatchResult row : ROW.matcher(section).results().toList()) {
      principal = row.group(1) == null ? principal : row.group(1);
      rights.add(new Right(principal, row.group(2), List.of(row.group(3).split(", "))));
    }
    return rights;
  }

  /** What {@code kafka-configs.sh} is told so that this principal has another password. */
  public String changeOfLogin(String principal, String password) {
    Matcher command = LOGIN.matcher(text);
    if (!command.find()) {
      throw new IllegalStateException("The page shows no command that changes a login");
    }
    return command.group(1).replace("booking-worker", principal).replace("…", password);
  }

  /** The file that is named by {@code KAFKA_CLIENT_FILE}, with other values for these keys. */
  public String clientFile(Map<String, String> values) {
    Matcher file = CLIENT_FILE.matcher(text);
    if (!file.find()) {
      throw new IllegalStateException("The page shows no client file");
    }
    String filled = file.group(1);
    for (Map.Entry<String, String> value : values.entrySet()) {
      Pattern setting =
          Pattern.compile("(?m)\\b" + Pattern.quote(value.getKey()) + "=(\"?)[^\"\n]+\\1");
      Matcher found = setting.matcher(filled);
      if (!found.find()) {
        throw new IllegalStateException("The page's client file has no " + value.getKey());
      }
      filled =
          found.replaceAll(
              place ->
                  Matcher.quoteReplacement(
                      value.getKey() + "=" + place.group(1) + value.getValue() + place.group(1)));
    }
    return filled;
  }
}
