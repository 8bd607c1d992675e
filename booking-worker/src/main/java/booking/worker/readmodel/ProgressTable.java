package booking.worker.readmodel;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import booking.worker.readmodel.Batch.Move;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** How far the tables have followed each partition: the next offset to read. */
final class ProgressTable {

  static final String NAME = "projection_progress";

  private static final String SELECT = "SELECT topic, partition, next_offset FROM ";

  private static final String INSERT =
      """
      INSERT INTO projection_progress (topic, partition, next_offset)
      VALUES (:topic, :partition, :next) ON CONFLICT DO NOTHING""";

  private static final String MOVE =
      """
      UPDATE projection_progress SET next_offset = :next
      WHERE topic = :topic AND partition = :partition AND next_offset = :expected""";

  private ProgressTable() {}

  /** The stored offsets; a partition that was never followed is not among them. */
  static Map<TopicPartition, Long> stored(Handle handle) {
    return stored(handle, NAME);
  }

  /**
   * The same of such a table in any schema.
   *
   * @param table its name in SQL
   */
  static Map<TopicPartition, Long> stored(Handle handle, String table) {
    try (Query query = handle.createQuery(SELECT + table)) {
      return query
          .map(
              (row, context) ->
                  Map.entry(
                      new TopicPartition(row.getString("topic"), row.getInt("partition")),
                      row.getLong("next_offset")))
          .collect(toMap(Entry::getKey, Entry::getValue));
    }
  }

  /** Begins to follow partitions at these offsets, unless they are followed already. */
  static void begin(Handle handle, Map<TopicPartition, Long> offsets) {
    try (PreparedBatch inserts = handle.prepareBatch(INSERT)) {
      offsets.forEach((partition, offset) -> of(inserts, partition).bind("next", offset).add());
      inserts.execute();
    }
  }

  /**
   * Moves partitions on, in one order for all so that two workers cannot wait for each other.
   *
   * @throws ProgressMovedException when a partition does not stand where it is expected
   */
  static void move(Handle handle, Map<TopicPartition, Move> moves) {
    try (PreparedBatch updates = handle.prepareBatch(MOVE)) {
      moves.entrySet().stream()
          .sorted(comparing(entry -> entry.getKey().toString()))
          .forEach(
              entry ->
                  of(updates, entry.getKey())
                      .bind("expected", entry.getValue().expected())
                      .bind("next", entry.getValue().next())
                      .add());
      if (IntStream.of(updates.execute()).anyMatch(rows -> rows != 1)) {
        throw new ProgressMovedException();
      }
    }
  }

  private static PreparedBatch of(PreparedBatch statement, TopicPartition partition) {
    return statement.bind("topic", partition.topic()).bind("partition", partition.partition());
  }
}
