package booking.local.bench.part;

import booking.local.bench.stage.Backlog;
import booking.local.bench.stage.Stage;
import booking.local.bench.stage.Tail;
import booking.schemas.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A round whose outcome is looked at after its time was taken: a fast system that answers nobody
 * would be no good.
 *
 * @param requests all of which get a seat
 */
record Checked(Stage stage, int requests) {

  long perSecond(Backlog backlog, List<ProducerRecord<byte[], byte[]>> asked) {
    try (Tail results = Tail.of(stage, Topics.BOOKING_RESULTS.name());
        Tail events = Tail.of(stage, Topics.BOOKING_EVENTS.name());
        Tail notifications = Tail.of(stage, Topics.BOOKING_NOTIFICATIONS.name())) {
      long perSecond = backlog.perSecond(asked);
      results.read(requests, any -> {});
      events.read(requests, any -> {});
      notifications.read(requests, any -> {});
      return perSecond;
    }
  }
}
