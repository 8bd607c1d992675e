package booking.worker.readmodel;

import booking.schemas.BookingEvent;
import booking.schemas.CatalogEvent;
import booking.schemas.RequestResult;
import booking.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A log that can be read from its beginning as often as a test wants to. */
final class RecordedLog {

  private final List<BookingEvent> bookings;
  private final List<CatalogEvent> catalogue;
  private final Consumer<FakeKafka> more;

  private RecordedLog(
      List<BookingEvent> bookings, List<CatalogEvent> catalogue, Consumer<FakeKafka> more) {
    this.bookings = bookings;
    this.catalogue = catalogue;
    this.more = more;
  }

  static RecordedLog of(List<BookingEvent> bookings, List<CatalogEvent> catalogue) {
    return new RecordedLog(bookings, catalogue, any -> {});
  }

  /** The same log after something more has happened to it. */
  RecordedLog with(Consumer<FakeKafka> change) {
    return new RecordedLog(bookings, catalogue, more.andThen(change));
  }

  /** Answers of which the first ones have expired. */
  RecordedLog withAnswersFrom(long offset, List<RequestResult> answers) {
    return with(
        kafka -> {
          kafka.updateBeginningOffsets(Map.of(FakeKafka.RESULTS, offset));
          kafka.updateEndOffsets(Map.of(FakeKafka.RESULTS, offset));
          kafka.append(Topics.BOOKING_RESULTS, 0, offset, answers);
        });
  }

  EventSource source() {
    return new EventSource(this::open, new RowReader(new Wire().deserializer()));
  }

  /** Lets the read model follow it to its end, from where the tables stand. */
  void follow(ReadModelWriter writer) {
    FakeKafka kafka = open();
    ReadModelMonitor monitor = new ReadModelMonitor();
    RowReader reader = new RowReader(new Wire().deserializer());
    EventFollower follower =
        new EventFollower(
            new EventFollower.Parts(kafka, reader, writer, monitor, () -> Instant.EPOCH));
    follower.subscribe();
    kafka.rebalance(
        List.of(FakeKafka.EVENTS, FakeKafka.MORE_EVENTS, FakeKafka.CATALOG, FakeKafka.RESULTS));
    while (monitor.status().lag().orElse(1) > 0) {
      follower.step();
    }
  }

  private FakeKafka open() {
    FakeKafka kafka = new FakeKafka();
    kafka.append(Topics.BOOKING_EVENTS, 0, 0, bookings);
    kafka.append(Topics.CATALOG_EVENTS, 0, 0, catalogue);
    more.accept(kafka);
    return kafka;
  }
}
