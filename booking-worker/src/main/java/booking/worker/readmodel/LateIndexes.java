package booking.worker.readmodel;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What empty tables are better filled without: to sort all rows once costs a fraction of finding
 * the place of each. These are the exclusion constraints and the indexes that serve readers; what
 * makes a key unique stays, since rows find each other by it.
 */
final class LateIndexes {

  private static final String OF_A_SCHEMA =
      """
      SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS dropping,
             format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                    pg_get_constraintdef(oid)) AS making
      FROM pg_constraint WHERE connamespace = to_regnamespace(:schema) AND contype = 'x'
      UNION ALL
      SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE relnamespace = to_regnamespace(:schema) AND NOT indisunique AND NOT indisexclusion
      ORDER BY making""";

  private record LateIndex(String dropping, String making) {}

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
                (row, context) -> new LateIndex(row.getString("dropping"), row.getString("making")))
            .list();
    indexes.forEach(index -> handle.execute(index.dropping()));
    return new LateIndexes(indexes);
  }

  /**
   * Makes them again.
   *
   * @throws org.jdbi.v3.core.JdbiException when the rows break a constraint
   */
  void make(Handle handle) {
    indexes.forEach(index -> handle.execute(index.making()));
  }

  int count() {
    return indexes.size();
  }
}
