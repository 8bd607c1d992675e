package booking.worker.readmodel;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/**
 * The read model's tables as another connection names them, by their schema.
 *
 * @param schema the one that gateways read
 */
record SchemaTables(String schema) {

  /** All names, the offsets' table first. */
  static List<String> names() {
    return Stream.concat(
            Stream.of(ProgressTable.NAME), ReadModelWriter.TABLES.stream().map(Table::name))
        .toList();
  }

  /** A name as SQL writes it, whatever is in it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A table of the schema in SQL. */
  String sql(String table) {
    return quoted(schema) + "." + quoted(table);
  }

  /** Those that are there. */
  Set<String> present(Handle handle) {
    return handle
        .select("SELECT tablename FROM pg_tables WHERE schemaname = :schema")
        .bind("schema", schema)
        .mapTo(String.class)
        .stream()
        .filter(names()::contains)
        .collect(toSet());
  }

  /** How far they have followed each partition; nowhere while there are none. */
  Map<TopicPartition, Long> progress(Handle handle) {
    return present(handle).contains(ProgressTable.NAME)
        ? ProgressTable.stored(handle, sql(ProgressTable.NAME))
        : Map.of();
  }
}
