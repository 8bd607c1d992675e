package booking.local.checker.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tables that were read once; their edited copies are read models at fault. */
public final class MemoryTables implements Tables {

  private final Tables progress;
  private final Map<TableName, List<TableRow>> rows;

  private MemoryTables(Tables progress, Map<TableName, List<TableRow>> rows) {
    this.progress = progress;
    this.rows = rows;
  }

  /** All rows of tables whose connection may be closed afterwards. */
  public static MemoryTables of(Tables tables) {
    Map<TableName, List<TableRow>> rows = new EnumMap<>(TableName.class);
    for (TableName table : TableName.values()) {
      List<TableRow> all = new ArrayList<>();
      tables.each(table, all::add);
      rows.put(table, all);
    }
    return new MemoryTables(tables, rows);
  }

  @Override
  public long followed(String topic, int partition) {
    return progress.followed(topic, partition);
  }

  @Override
  public void each(TableName table, Consumer<TableRow> reader) {
    rows.getOrDefault(table, List.of()).forEach(reader);
  }

  /** A copy in which one row, the first such, is replaced by none, one or more. */
  public MemoryTables replacing(
      TableName table, Predicate<TableRow> which, Function<TableRow, List<TableRow>> by) {
    List<TableRow> after = new ArrayList<>(rows.getOrDefault(table, List.of()));
    TableRow found = after.stream().filter(which).findFirst().orElseThrow();
    int at = after.indexOf(found);
    after.remove(at);
    after.addAll(at, by.apply(found));
    Map<TableName, List<TableRow>> copy = new HashMap<>(rows);
    copy.put(table, after);
    return new MemoryTables(progress, copy);
  }
}
