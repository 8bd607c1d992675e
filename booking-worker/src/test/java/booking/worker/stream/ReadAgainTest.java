package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.AvroDeserializer;
import booking.schemas.AvroSerializer;
import booking.schemas.BookingEvent;
import booking.schemas.LocalSchemaRegistry;
import booking.schemas.PaymentSucceeded;
import booking.schemas.RefundRequested;
import booking.schemas.SchemaRegistry;
import booking.schemas.Topics;
import booking.schemas.ValueFormat;
import booking.schemas.internal.ChangeTimeslot;
import booking.schemas.internal.CloseWithRoom;
import booking.schemas.internal.CreateTimeslot;
import booking.schemas.internal.SlotInstruction;
import booking.schemas.internal.SlotTerms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the topics on which slots are instructed when the group's offsets are lost and
 * Kafka gives the same records out again. Offsets are what matters here, so the context is Kafka's
 * own for tests, which lets them be told.
 */
class ReadAgainTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
  private static final Instant START = Instant.parse("2027-03-05T09:00:00Z");

  @TempDir Path state;

  private TaskStores stores;
  private MockProcessorContext<Object, Object> context;
  private SlotProcessor slots;

  @BeforeEach
  void aSlotTask() {
    stores = TaskStores.in(state);
    context = stores.context();
    Wire wire =
        new Wire(
            new ValueFormat(
                new ValueFormat.Classes(
                    AvroSerializer.class.getName(), AvroDeserializer.class.getName()),
                Map.of(SchemaRegistry.URL, SchemaRegistry.LOCAL_URL)));
    slots = new SlotProcessor(wire, Venue.rules(), new Venue.Uncounted());
    slots.init(context);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void anOldInstructionDoesNotUndoANewerOne() {
    SlotInstruction created = instruct(new CreateTimeslot(terms()));
    SlotInstruction renamed = instruct(new ChangeTimeslot(1L, "Red room", "UTC", List.of()));
    SlotInstruction renamedBack = instruct(new ChangeTimeslot(1L, "Blue room", "UTC", List.of()));
    command(0, created, NOON);
    command(1, renamed, NOON.plusSeconds(1));
    command(2, renamedBack, NOON.plusSeconds(2));
    assertThat(events()).hasSize(3);

    command(0, created, NOON);
    command(1, renamed, NOON.plusSeconds(1));
    command(2, renamedBack, NOON.plusSeconds(2));

    assertThat(events()).isEmpty();
  }

  @Test
  void aForgottenSlotDoesNotRiseAgain() {
    command(0, instruct(new CreateTimeslot(terms())), NOON);
    tick(START.plus(Duration.ofDays(40)));
    context.resetForwards();

    command(0, instruct(new CreateTimeslot(terms())), NOON);

    assertThat(events()).isEmpty();
  }

  @Test
  void moneyOfABookingThatIsForgottenIsNotSentBackWhenItsPaymentIsReadAgain() {
    PaymentSucceeded payment =
        new PaymentSucceeded("p1", 100_001L, new BigDecimal("40.00"), "EUR", NOON);
    pay(0, payment, NOON);
    assertThat(forwarded(RefundRequested.class)).hasSize(1);
    context.resetForwards();

    pay(0, payment, NOON);

    assertThat(context.forwarded()).isEmpty();
  }

  @Test
  void aTopicThatWasMadeAnewIsReadFromItsStart() {
    command(7, instruct(new CreateTimeslot(terms())), NOON);
    assertThat(events()).hasSize(1);

    command(0, instruct(new CloseWithRoom(false)), NOON.plusSeconds(1));

    assertThat(events()).hasSize(1);
  }

  private static SlotTerms terms() {
    return new SlotTerms(
        1L,
        "Blue room",
        "UTC",
        START,
        START.plusSeconds(3600),
        new BigDecimal("40.00"),
        "EUR",
        List.of(),
        1);
  }

  private static SlotInstruction instruct(SpecificRecord instruction) {
    return new SlotInstruction(1L, "r1", 1L, instruction);
  }

  private void command(long offset, SlotInstruction instruction, Instant at) {
    process(InternalTopics.SLOT_COMMANDS, offset, new Wire.Internal().write(instruction), at);
  }

  private void pay(long offset, PaymentSucceeded payment, Instant at) {
    byte[] value =
        new AvroSerializer<PaymentSucceeded>(LocalSchemaRegistry.bundled())
            .serialize(Topics.PAYMENT_SUCCEEDED.name(), payment);
    Letter letter =
        new Letter(
            new Letter.Origin(Topics.PAYMENT_SUCCEEDED.name(), 0, 0),
            Optional.empty(),
            Optional.ofNullable(value),
            at,
            false);
    context.setRecordMetadata(InternalTopics.SLOT_PAYMENTS, 0, offset);
    slots.process(
        new Record<>(
            "1".getBytes(UTF_8), value, at.toEpochMilli(), letter.toForward("1").headers()));
  }

  private void tick(Instant at) {
    context.setRecordMetadata(InternalTopics.SLOT_TICKS, 0, 0);
    slots.process(new Record<>(Tick.KEY.getBytes(UTF_8), new byte[0], at.toEpochMilli()));
  }

  private void process(String topic, long offset, byte[] value, Instant at) {
    context.setRecordMetadata(topic, 0, offset);
    slots.process(new Record<>("1".getBytes(UTF_8), value, at.toEpochMilli()));
  }

  private List<BookingEvent> events() {
    List<BookingEvent> events = forwarded(BookingEvent.class);
    context.resetForwards();
    return events;
  }

  private <T> List<T> forwarded(Class<T> type) {
    return context.forwarded().stream()
        .map(sent -> sent.record().value())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
