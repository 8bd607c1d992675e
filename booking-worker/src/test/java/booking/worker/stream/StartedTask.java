package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingRequest;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.SlotState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A task of slots with stores of its own, which can be started anew from them. */
final class StartedTask implements AutoCloseable {

  static final Duration HOLD = Duration.ofMinutes(15);
  static final Duration RETENTION = Duration.ofHours(5);

  private final RequestTranslation requests = new RequestTranslation(HOLD);
  private final TaskStores stores;
  private final ReadingPace pace;
  private TaskState state;
  private SlotWriter writer;
  private SlotTimers timers;
  private RequestDesk desk;

  /** One that has read all of its stores by its first tick. */
  StartedTask(Path folder) {
    this(folder, new ReadingPace(1_000, 1_000));
  }

  StartedTask(Path folder, ReadingPace pace) {
    this.stores = TaskStores.in(folder);
    this.pace = pace;
    restart();
  }

  /** Knows nothing any more but what is stored. */
  void restart() {
    Outbox outbox = new Outbox(stores.context(), BookingTopology.SLOTS, new Venue.Uncounted());
    state = TaskState.open(stores.context(), RETENTION);
    writer = new SlotWriter(state, outbox, true);
    timers = new SlotTimers(writer, state, outbox, pace);
    desk = new RequestDesk(writer, state.firstAnswers(), outbox);
  }

  void tick(Instant now) {
    timers.tick(now);
  }

  void ask(BookingRequest request, Instant now) {
    desk.consider(request, requests.command(request), now).run();
  }

  Outcome tell(long timeslotId, SlotCommand command, Instant now) {
    Outcome outcome = writer.consider(slot(timeslotId), command, Cause.none(), now);
    writer.carryOut(outcome);
    return outcome;
  }

  SlotState slot(long timeslotId) {
    return writer.state(timeslotId);
  }

  /** What it has sent since this was last asked. */
  List<CapturedForward<?, ?>> sent() {
    List<CapturedForward<?, ?>> sent = List.copyOf(stores.context().forwarded());
    stores.context().resetForwards();
    return sent;
  }

  <K, V> KeyValueStore<K, V> store(String name) {
    return stores.context().getStateStore(name);
  }

  void assertThatNothingIsStored() {
    for (String store : List.of("slots", "bookings", "answers")) {
      try (KeyValueIterator<Object, Object> all = store(store).all()) {
        assertThat(all).toIterable().as(store).isEmpty();
      }
    }
  }

  @Override
  public void close() {
    stores.close();
  }
}
