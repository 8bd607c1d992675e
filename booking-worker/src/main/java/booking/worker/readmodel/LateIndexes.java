package booking.worker.readmodel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What empty tables are better filled without: to sort all rows once costs a fraction of finding
 * the place of each. These are the exclusion constraints and the indexes that serve readers; what
 * makes a key unique stays, since rows find each other by it.
 */
final class LateIndexes {

  private static final String OF_A_SCHEMA =
      """
      SELECT relname AS of_table,
             format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS dropping,
             format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                    pg_get_constraintdef(pg_constraint.oid)) AS making
      FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
      WHERE connamespace = to_regnamespace(:schema) AND contype = 'x'
      UNION ALL
      SELECT relname, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
      WHERE relnamespace = to_regnamespace(:schema) AND NOT indisunique AND NOT indisexclusion
      ORDER BY of_table, making""";

  private record LateIndex(String table, String dropping, String making) {}

  private final List<LateIndex> indexes;

  private LateIndexes(List<LateIndex> indexes) {
    this.indexes = indexes;
  }

  /** Drops them from all tables of a schema, and keeps in mind what they were. */
  static LateIndexes drop(Handle handle, String schema) {
    List<LateIndex> indexes =
        handle
            .select(OF_A_SCHEMA)
            .bind("schema", SchemaTables.quoted(schema))
            .map(
                (row, context) ->
                    new LateIndex(
                        row.getString("of_table"),
                        row.getString("dropping"),
                        row.getString("making")))
            .list();
    indexes.forEach(index -> handle.execute(index.dropping()));
    return new LateIndexes(indexes);
  }

  /**
   * Makes them again.
   *
   * @param said hears of each table before it gets its own, which takes minutes where it is large
   * @throws org.jdbi.v3.core.JdbiException when the rows break a constraint
   */
  void make(Handle handle, Consumer<String> said) {
    said.accept("Making %d indexes …".formatted(indexes.size()));
    byTable()
        .forEach(
            (table, own) -> {
              said.accept("  %d of %s".formatted(own.size(), table));
              own.forEach(index -> handle.execute(index.making()));
            });
  }

  private Map<String, List<LateIndex>> byTable() {
    return indexes.stream().collect(groupingBy(LateIndex::table, LinkedHashMap::new, toList()));
  }
}
