package booking.local.checker.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The tables of a running Postgres, as they were when this was opened. */
public final class JdbcTables implements Tables {

  private static final int ROWS_AT_ONCE = 2000;

  private final Connection connection;
  private final Map<String, Long> followed = new HashMap<>();

  /** Opens a snapshot, which ends with the connection's transaction. */
  public JdbcTables(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT topic, partition, next_offset FROM projection_progress")) {
      while (rows.next()) {
        followed.put(partition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
  }

  @Override
  public long followed(String topic, int partition) {
    return followed.getOrDefault(partition(topic, partition), 0L);
  }

  @Override
  public void each(TableName table, Consumer<TableRow> reader) {
    String sql = "SELECT %s FROM %s".formatted(String.join(", ", table.columns()), table.sql());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      requireKnownColumns(table);
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> types = types(rows);
        while (rows.next()) {
          reader.accept(row(table, rows, types));
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The table %s cannot be read".formatted(table.sql()), failed);
    }
  }

  /** A column that nobody compares could be wrong for ever. */
  private void requireKnownColumns(TableName table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery("SELECT * FROM %s WHERE false".formatted(table.sql()))) {
      Set<String> columns = new HashSet<>();
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        columns.add(none.getMetaData().getColumnName(i));
      }
      if (!columns.equals(Set.copyOf(table.columns()))) {
        throw new IllegalStateException(
            "The table %s has the columns %s: tell TableName and ExpectedRows of the checker"
                .formatted(table.sql(), columns));
      }
    }
  }

  private static TableRow row(TableName table, ResultSet rows, List<String> types)
      throws SQLException {
    String[] values = new String[types.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = text(rows, i + 1, types.get(i));
    }
    return new TableRow(table, List.of(values));
  }

  /** Postgres writes numbers and texts as the log has them, but not times and flags. */
  private static String text(ResultSet rows, int column, String type) throws SQLException {
    String text = rows.getString(column);
    if (text == null) {
      return TableRow.NOTHING;
    }
    return switch (type) {
      case "timestamptz" -> rows.getObject(column, OffsetDateTime.class).toInstant().toString();
      case "bool" -> Boolean.toString(rows.getBoolean(column));
      default -> text;
    };
  }

  private static List<String> types(ResultSet rows) throws SQLException {
    List<String> types = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      types.add(rows.getMetaData().getColumnTypeName(i));
    }
    return types;
  }

  private static String partition(String topic, int partition) {
    return topic + "/" + partition;
  }
}
