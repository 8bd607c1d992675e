package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.Actor;
import booking.schemas.AvroSerializer;
import booking.schemas.BookingRequest;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.Role;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For whom a slot task asks for a commit; the context is Kafka's own for tests, which tells. */
class CommitAtOnceTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  @TempDir Path state;

  private TaskStores stores;
  private MockProcessorContext<Object, Object> context;
  private SlotProcessor slots;

  @BeforeEach
  void aSlotTask() {
    stores = TaskStores.in(state);
    context = stores.context();
    context.setCurrentSystemTimeMs(NOON.toEpochMilli());
    slots = new SlotProcessor(Venue.wire(), Venue.rules(), new Venue.Uncounted(), new CommitPace());
    slots.init(context);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void whoAsksAtAQuietHourDoesNotWaitForTheInterval() {
    ask(1);
    assertThat(context.committed()).isTrue();
  }

  @Test
  void manyWhoAskAtOnceShareTheCommitOfTheInterval() {
    for (int i = 0; i < 1_000; i++) {
      ask(i);
    }
    context.resetCommit();
    ask(1_000);
    assertThat(context.committed()).isFalse();
  }

  @Test
  void nobodyWaitsForATick() {
    context.setRecordMetadata(InternalTopics.SLOT_TICKS, 0, 0);
    slots.process(new Record<>(Tick.KEY.getBytes(UTF_8), new byte[0], NOON.toEpochMilli()));
    assertThat(context.committed()).isFalse();
  }

  private void ask(int number) {
    BookingRequest request =
        BookingRequest.newBuilder()
            .setRequestId("r" + number)
            .setFingerprint(0)
            .setReplyPartition(0)
            .setActor(new Actor(7L, Role.USER))
            .setTimeslotId(1)
            .setCommand(Book.newBuilder().build())
            .build();
    byte[] value =
        new AvroSerializer<BookingRequest>(LocalSchemaRegistry.bundled())
            .serialize(Topics.BOOKING_REQUESTS.name(), request);
    context.setRecordMetadata(Topics.BOOKING_REQUESTS.name(), 0, number);
    slots.process(new Record<>("1".getBytes(UTF_8), value, NOON.toEpochMilli()));
  }
}
