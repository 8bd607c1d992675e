package booking.worker.readmodel;

import booking.schemas.BookingEvent;
import booking.schemas.CatalogEvent;
import booking.schemas.RequestResult;
import booking.schemas.Topics;
import booking.worker.readmodel.Batch.Move;
import booking.worker.readmodel.Batch.ProjectedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;

/** Batches as polls of one partition would bring them, written through the real writer. */
final class Batches {

  static final TopicPartition EVENTS = new TopicPartition(Topics.BOOKING_EVENTS.name(), 0);

  private final ReadModelWriter writer;
  private long next;

  Batches(ReadModelWriter writer) {
    this(writer, 0);
  }

  /** Goes on where the tables stand. */
  Batches(ReadModelWriter writer, long next) {
    this.writer = writer;
    this.next = next;
    writer.begin(Map.of(EVENTS, next));
  }

  /** Writes these as one batch that follows the one before. */
  void write(List<? extends SpecificRecord> records) {
    Batch batch = batch(records);
    writer.write(batch);
    next += records.size();
  }

  /** The batch that would come next. */
  Batch batch(List<? extends SpecificRecord> records) {
    List<ProjectedRecord> read = new ArrayList<>();
    for (SpecificRecord message : records) {
      RecordPlace place = RecordPlace.of(EVENTS, next + read.size());
      read.add(new ProjectedRecord(place, rows(message)));
    }
    return new Batch(read, Map.of(EVENTS, new Move(next, next + records.size())));
  }

  private static List<Row> rows(SpecificRecord message) {
    if (message instanceof BookingEvent event) {
      return BookingProjection.rows(event);
    }
    if (message instanceof CatalogEvent event) {
      return CatalogProjection.rows(event);
    }
    return ResultProjection.rows((RequestResult) message);
  }
}
