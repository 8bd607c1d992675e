package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.BookingRequest;
import booking.schemas.Topics;
import booking.schemas.internal.SlotInstruction;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.Decision.Returned;
import booking.worker.slot.Decision.Stray;
import booking.worker.slot.Decision.StrayReason;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.SlotState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Reads all that concerns a task's slots, one record at a time, and has it dealt with. */
final class SlotProcessor implements Processor<byte[], byte[], Object, Object> {

  private static final Duration TICK = Duration.ofSeconds(1);

  // Requests know their repeats by their ids; these have none, and are dealt with once.
  private static final Set<String> INSTRUCTIONS =
      Set.of(InternalTopics.SLOT_COMMANDS, InternalTopics.SLOT_PAYMENTS);

  private final Wire wire;
  private final Rules rules;
  private final Tally tally;
  private final RequestTranslation requests;
  private final PaymentTranslation payments;
  private @Nullable Open open;

  /** What the processor has once its task runs. */
  private record Open(
      ProcessorContext<Object, Object> context,
      SlotWriter writer,
      RequestDesk desk,
      SlotTimers timers,
      ReadPositions positions,
      Outbox outbox) {}

  SlotProcessor(Wire wire, Rules rules, Tally tally) {
    this.wire = wire;
    this.rules = rules;
    this.tally = tally;
    this.requests = new RequestTranslation(rules.holdTime());
    this.payments = new PaymentTranslation(wire);
  }

  /** What a task of slots needs. */
  static List<StoreBuilder<?>> stores() {
    Stream<StoreBuilder<?>> others = Stream.of(AnswerStore.builder(), ReadPositions.builder());
    return Stream.concat(SlotStores.builders().stream(), others).toList();
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    Outbox outbox = new Outbox(context, BookingTopology.SLOTS, tally);
    TaskState task = TaskState.open(context, rules.retention());
    SlotWriter writer = new SlotWriter(task, outbox, rules.notifyCompleted());
    ReadingPace pace = ReadingPace.of(context.appConfigs());
    SlotTimers timers = new SlotTimers(writer, task, outbox, pace);
    RequestDesk desk = new RequestDesk(writer, task.firstAnswers(), outbox);
    open = new Open(context, writer, desk, timers, new ReadPositions(context), outbox);
    int partition = context.taskId().partition();
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> outbox.tick(partition, now));
  }

  @Override
  public void process(Record<byte[], byte[]> in) {
    Open slots = Objects.requireNonNull(open);
    Letter received = Letter.received(in, slots.context().recordMetadata().orElseThrow());
    String topic = received.origin().topic();
    if (INSTRUCTIONS.contains(topic)
        && !slots.positions().advance(received.origin(), received.at())) {
      return;
    }
    Letter letter =
        topic.equals(InternalTopics.SLOT_PAYMENTS)
            ? Letter.forwarded(in).orElse(received)
            : received;
    Supplier<Runnable> considering;
    try {
      considering = read(slots, topic, letter);
    } catch (SerializationException | UnusableException e) {
      slots.outbox().deadLetter(letter, Outbox.reason(e));
      return;
    }
    Trial.of(considering, bug -> slots.outbox().faulty(letter, bug)).ifPresent(Runnable::run);
  }

  /**
   * Reads the letter and says what to consider, which in turn says what to do; nothing is done
   * before all of it is considered.
   */
  private Supplier<Runnable> read(Open slots, String topic, Letter letter) {
    byte[] value =
        letter.value().orElseThrow(() -> new UnusableException("the record has no value"));
    if (topic.equals(Topics.BOOKING_REQUESTS.name())) {
      BookingRequest request = wire.read(Topics.BOOKING_REQUESTS, value);
      SlotCommand command = requests.command(request);
      requireKey(letter, request.getTimeslotId());
      return () -> slots.desk().consider(request, command, letter.at());
    } else if (topic.equals(InternalTopics.SLOT_COMMANDS)) {
      SlotInstruction instruction = wire.internal().read(SlotInstruction.class, value);
      SlotCommand command = InstructionTranslation.command(instruction);
      requireKey(letter, instruction.getTimeslotId());
      Cause cause = Cause.of(instruction.getRequestId(), instruction.getRequestedBy());
      long timeslotId = instruction.getTimeslotId();
      return () -> {
        SlotState state = slots.writer().state(timeslotId);
        Outcome outcome = slots.writer().consider(state, command, cause, letter.at());
        return () -> slots.writer().carryOut(outcome);
      };
    } else if (topic.equals(InternalTopics.SLOT_PAYMENTS)) {
      PaymentTranslation.Message message = payments.read(letter);
      return () -> settle(slots, letter, message.command());
    }
    Bounds.check(Tick.isTick(letter.key().orElse(new byte[0]), value), "not a tick");
    return () -> () -> slots.timers().tick(letter.at());
  }

  /** A record under another key lies where another slot's writer reads: its sender is mistaken. */
  private static void requireKey(Letter letter, long timeslotId) {
    String key = letter.key().map(bytes -> new String(bytes, UTF_8)).orElse("");
    Bounds.check(key.equals(Long.toString(timeslotId)), "KEY_MISMATCH");
  }

  private static Runnable settle(Open slots, Letter letter, SlotCommand command) {
    SlotState state = slots.writer().state(BookingNumber.timeslotId(bookingId(command)));
    Outcome outcome = slots.writer().consider(state, command, Cause.none(), letter.at());
    return () -> {
      slots.writer().carryOut(outcome);
      tell(slots, letter, outcome);
    };
  }

  /** Tells whom it concerns that the slot has no use for a payment. */
  private static void tell(Open slots, Letter letter, Outcome outcome) {
    if (outcome.answer() instanceof Stray stray) {
      slots.outbox().deadLetter(letter, stray.reason().name());
    } else if (outcome.answer() instanceof Returned && letter.again()) {
      // The slot may have kept it before it was forgotten: to send it back could be once too often.
      slots.outbox().deadLetter(letter, "FORGOTTEN: paid before, and its slot is gone");
    } else if (outcome.answer() instanceof Returned returned) {
      slots.outbox().send(RefundTranslation.request(returned.refund()));
      slots.outbox().deadLetter(letter, StrayReason.UNKNOWN_BOOKING.name());
    }
  }

  private static long bookingId(SlotCommand command) {
    if (command.about() instanceof SlotCommand.TheBooking one) {
      return one.bookingId();
    }
    throw new IllegalStateException("Not about a booking: " + command);
  }
}
