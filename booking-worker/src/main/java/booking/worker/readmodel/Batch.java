package booking.worker.readmodel;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought: the rows of each record, and how far it moves each partition.
 *
 * @param records in the order in which they came
 * @param moves never empty
 */
record Batch(List<ProjectedRecord> records, Map<TopicPartition, Move> moves) {

  /**
   * The offsets that a batch takes a partition across.
   *
   * @param expected where the partition must stand in Postgres
   * @param next the first offset after the batch; there may be gaps between the two
   */
  record Move(long expected, long next) {}

  /** One record and the rows that it leaves. */
  record ProjectedRecord(RecordPlace place, List<Row> rows) {}

  Batch {
    records = List.copyOf(records);
    moves = Map.copyOf(moves);
  }

  /** What is to be written: the last rows of each key. */
  Rows rows() {
    return Rows.lasting(records.stream().flatMap(read -> read.rows().stream()).toList());
  }
}
