package booking.worker.readmodel;

import static java.util.stream.Collectors.joining;

import booking.worker.readmodel.TableReport.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of one live table with the same table folded anew, row for row, column for column.
 *
 * @param live the live table in SQL; the folded one is found by its plain name
 * @param missingBefore requests decided before may be told by answers that Kafka no longer has
 */
record TableComparison(Table<?> table, String live, Optional<Instant> missingBefore) {

  /** What customers wrote is not for consoles. */
  private static final Set<String> PRIVATE = Set.of("notes", "metadata");

  private static final int SHOWN_MAX = 200;
  private static final String NO_ROW = "no row";

  /** Compares what this transaction sees. */
  TableReport run(Handle handle) {
    TableReport.Rows rows = rows(handle);
    return new TableReport(
        table.name(), rows, rows.different() == 0 ? Optional.empty() : Optional.of(first(handle)));
  }

  private TableReport.Rows rows(Handle handle) {
    String sql =
        """
        SELECT count(l.%1$s) AS live, count(s.%1$s) AS folded,
               count(*) FILTER (WHERE %2$s) AS equal,
               count(*) FILTER (WHERE NOT %2$s AND %3$s) AS expired,
               count(*) FILTER (WHERE NOT %2$s AND NOT %3$s) AS different
        FROM %4$s"""
            .formatted(table.keys().get(0), same(), expired(), bothTables());
    return handle
        .select(sql)
        .map(
            (row, context) ->
                new TableReport.Rows(
                    row.getLong("live"),
                    row.getLong("folded"),
                    row.getLong("equal"),
                    row.getLong("expired"),
                    row.getLong("different")))
        .one();
  }

  private Difference first(Handle handle) {
    String sql =
        "SELECT %s AS live, %s AS folded FROM %s WHERE NOT %s AND NOT %s ORDER BY %s LIMIT 1"
            .formatted(
                texts("l"),
                texts("s"),
                bothTables(),
                same(),
                expired(),
                each(table.keys(), "coalesce(l.%1$s, s.%1$s)", ", "));
    return handle.select(sql).map((row, context) -> difference(row)).one();
  }

  private Difference difference(ResultSet row) throws SQLException {
    @Nullable String[] inLive = (String[]) row.getArray("live").getArray();
    @Nullable String[] inFolded = (String[]) row.getArray("folded").getArray();
    List<String> columns = table.columnNames();
    int key = columns.indexOf(table.keys().get(0));
    @Nullable String[] known = inLive[key] == null ? inFolded : inLive;
    String keys =
        table.keys().stream()
            .map(name -> name + "=" + known[columns.indexOf(name)])
            .collect(joining(" "));
    if (inLive[key] == null || inFolded[key] == null) {
      return new Difference(
          keys,
          "the row",
          inLive[key] == null ? NO_ROW : "there",
          inFolded[key] == null ? NO_ROW : "there");
    }
    int other =
        IntStream.range(0, columns.size())
            .filter(i -> !Objects.equals(inLive[i], inFolded[i]))
            .findFirst()
            .orElseThrow();
    String column = columns.get(other);
    return new Difference(
        keys, column, shown(column, inLive[other]), shown(column, inFolded[other]));
  }

  private static String shown(String column, @Nullable String value) {
    if (value == null) {
      return "null";
    }
    if (PRIVATE.contains(column)) {
      return "text of %d characters".formatted(value.length());
    }
    return value.length() > SHOWN_MAX ? value.substring(0, SHOWN_MAX) + "…" : value;
  }

  private String bothTables() {
    return "%s AS l FULL JOIN %s AS s ON %s"
        .formatted(live, table.name(), each(table.keys(), "l.%1$s = s.%1$s", " AND "));
  }

  private String same() {
    return "((%s) IS NOT DISTINCT FROM (%s))"
        .formatted(
            each(table.columnNames(), "l.%1$s", ", "), each(table.columnNames(), "s.%1$s", ", "));
  }

  private String texts(String side) {
    return "ARRAY[" + each(table.columnNames(), side + ".%1$s::text", ", ") + "]";
  }

  /** Whether a live row may rightly be there although what is left of the log does not tell it. */
  private String expired() {
    return missingBefore
        .filter(any -> table == RequestTable.TABLE)
        .map(RequestTable::decidedBefore)
        .map(before -> "(s.id IS NULL AND l." + before + ")")
        .orElse("false");
  }

  private static String each(List<String> columns, String sql, String between) {
    return columns.stream().map(sql::formatted).collect(joining(between));
  }
}
