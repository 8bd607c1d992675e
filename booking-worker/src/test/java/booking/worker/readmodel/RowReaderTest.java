package booking.worker.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import booking.schemas.BookingEvent;
import booking.schemas.Topics;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RowReaderTest {

  private final Wire wire = new Wire();
  private final RowReader reader = new RowReader(wire.deserializer());
  private final BookingEvent event = new SlotStory(1001).created().last();

  @Test
  void recordLeavesWhatItsProjectionSays() {
    byte[] bytes = wire.bytes(Topics.BOOKING_EVENTS, event);
    assertThat(reader.read(message("booking-events", bytes)).rows())
        .isEqualTo(BookingProjection.rows(event));
  }

  @Test
  void recordOfAnotherTypeIsUnreadable() {
    byte[] bytes = wire.bytes(Topics.BOOKING_EVENTS, event);
    assertUnreadable(message("catalog-events", bytes));
  }

  @Test
  void recordWithoutAValueIsUnreadable() {
    assertUnreadable(new ConsumerRecord<>("booking-events", 3, 17, new byte[0], null));
  }

  @Test
  void recordThatEndsTooEarlyIsUnreadable() {
    byte[] bytes = wire.bytes(Topics.BOOKING_EVENTS, event);
    assertUnreadable(message("booking-events", Arrays.copyOf(bytes, 20)));
  }

  @Test
  void onlyResultsMayExpire() {
    assertThat(RowReader.topics())
        .filteredOn(RowReader::mayExpire)
        .containsExactly("booking-results");
  }

  private void assertUnreadable(ConsumerRecord<byte[], byte[]> message) {
    assertThatThrownBy(() -> reader.read(message))
        .isInstanceOf(ReadModelStoppedException.class)
        .hasMessage("unreadable topic=" + message.topic() + " partition=3 offset=17");
  }

  private static ConsumerRecord<byte[], byte[]> message(String topic, byte[] bytes) {
    return new ConsumerRecord<>(topic, 3, 17, new byte[0], bytes);
  }
}
