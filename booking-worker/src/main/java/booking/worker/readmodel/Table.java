package booking.worker.readmodel;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Update;

/**
 * A table of the read model and the one statement that writes it: all rows of a batch at once, a
 * column an array, so that they share the cost of a statement.
 */
final class Table<R extends Row> {

  private final String name;
  private final Class<R> rows;
  private final Repeat repeat;
  private final List<Column<R>> columns;
  private final String upsert;

  Table(String name, Class<R> rows, Repeat repeat, List<Column<R>> columns) {
    this.name = name;
    this.rows = rows;
    this.repeat = repeat;
    this.columns = List.copyOf(columns);
    this.upsert =
        insert()
            + " SELECT * FROM unnest("
            + each(column -> ":" + column.name())
            + ")"
            + onConflict();
  }

  String name() {
    return name;
  }

  /** The columns by which a row is known. */
  List<String> keys() {
    return List.of(repeat.key().split(", "));
  }

  /** All columns, in the order of the statement that writes them. */
  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * SQL that adds those rows of another table with the same columns that are missing here.
   *
   * @param source that table, and which of its rows
   */
  String copyMissingFrom(String source) {
    return insert()
        + " SELECT %s FROM %s ON CONFLICT DO NOTHING".formatted(each(Column::name), source);
  }

  /** Writes those of the batch's rows that belong here. */
  void write(Handle handle, Rows batch) {
    List<R> mine = batch.of(rows);
    if (mine.isEmpty()) {
      return;
    }
    try (Update update = handle.createUpdate(upsert)) {
      columns.forEach(column -> update.bind(column.name(), values(column, mine)));
      update.execute();
    }
  }

  private String insert() {
    return "INSERT INTO %s AS stored (%s)".formatted(name, each(Column::name));
  }

  private String onConflict() {
    return " ON CONFLICT (%s) DO ".formatted(repeat.key())
        + repeat
            .replacedWhen()
            .map(when -> "UPDATE SET %s WHERE %s".formatted(assignments(), when))
            .orElse("NOTHING");
  }

  private String assignments() {
    return each(column -> column.name() + " = EXCLUDED." + column.name());
  }

  private String each(Function<Column<R>, String> sql) {
    return columns.stream().map(sql).collect(joining(", "));
  }

  private static <R> Argument values(Column<R> column, List<R> rows) {
    Object[] values = rows.stream().map(column.value()).toArray();
    return (position, statement, context) ->
        statement.setArray(
            position, statement.getConnection().createArrayOf(column.type(), values));
  }
}
