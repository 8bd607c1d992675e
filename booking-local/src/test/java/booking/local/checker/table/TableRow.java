package booking.local.checker.table;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/**
 * A row as text, column by column in the order of {@link TableName}; a column without a value is
 * {@link #NOTHING}.
 */
public record TableRow(TableName table, List<String> values) {

  public static final String NOTHING = "(null)";

  private static final char BETWEEN = '\u001f';

  public TableRow {
    values = List.copyOf(values);
  }

  /** What tells it from the other rows of its table. */
  public String key() {
    return values.subList(0, table.keys()).stream().collect(joining("-"));
  }

  public String value(String column) {
    return values.get(table.columns().indexOf(column));
  }

  /** All of it in one text, which costs less to keep than a list. */
  public String packed() {
    return String.join(String.valueOf(BETWEEN), values);
  }

  public static TableRow unpacked(TableName table, String packed) {
    return new TableRow(table, Arrays.asList(packed.split(String.valueOf(BETWEEN), -1)));
  }

  /** The columns in which another row differs, for people. */
  public String difference(TableRow other) {
    StringBuilder differences = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).equals(other.values.get(i))) {
        differences.append(
            "%s is %s, the events say %s; "
                .formatted(table.columns().get(i), values.get(i), other.values.get(i)));
      }
    }
    return differences.toString();
  }

  /** This row with another value in one column. */
  public TableRow with(String column, String value) {
    String[] changed = values.toArray(String[]::new);
    changed[table.columns().indexOf(column)] = value;
    return new TableRow(table, List.of(changed));
  }
}
