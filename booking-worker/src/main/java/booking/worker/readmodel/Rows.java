package booking.worker.readmodel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one batch, one for each key: Postgres refuses to upsert a row twice in a statement.
 */
record Rows(List<Row> all) {

  private record Place(Class<? extends Row> table, Object key) {}

  Rows {
    all = List.copyOf(all);
  }

  /** What remains of rows when later ones have replaced earlier ones. */
  static Rows lasting(Collection<? extends Row> rows) {
    Map<Place, Row> kept = new LinkedHashMap<>();
    for (Row row : rows) {
      kept.merge(
          new Place(row.getClass(), row.key()),
          row,
          (earlier, later) -> later.replaces(earlier) ? later : earlier);
    }
    return new Rows(List.copyOf(kept.values()));
  }

  /** Those of one table. */
  <R extends Row> List<R> of(Class<R> table) {
    return all.stream().filter(table::isInstance).map(table::cast).toList();
  }

  int count() {
    return all.size();
  }
}
