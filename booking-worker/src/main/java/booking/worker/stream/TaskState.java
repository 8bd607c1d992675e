package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingState;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * All that a task of slots knows: its stores, and what it finds in memory instead, which is made
 * again from them after it has started: of a slot when the slot is asked for, of the others in
 * turn.
 *
 * @param index of the bookings
 * @param agenda of the slots
 * @param firstAnswers to the requests
 */
record TaskState(
    SlotStores stores, BookingIndex index, SlotAgenda agenda, FirstAnswers firstAnswers) {

  /**
   * Opens the stores, and reads nothing yet, which would keep everybody waiting.
   *
   * @param retention how long after its end a slot, or an answer where none is, is remembered
   */
  static TaskState open(ProcessorContext<?, ?> context, Duration retention) {
    BookingIndex index = new BookingIndex();
    SlotAgenda agenda = new SlotAgenda(retention);
    SlotStores stores = new SlotStores(context, booking -> know(booking, index, agenda));
    FirstAnswers firstAnswers = new FirstAnswers(new AnswerStore(context), stores, index, agenda);
    return new TaskState(stores, index, agenda, firstAnswers);
  }

  /** Reads on through the stores. Does nothing once all have been read. */
  void readOn(ReadingPace most) {
    stores.readBookings(most.bookings());
    int answers = firstAnswers.readOn(most.others());
    stores.readSlots(most.others() - answers, agenda::forgets);
  }

  private static void know(Booking booking, BookingIndex index, SlotAgenda agenda) {
    index.put(booking);
    if (booking.state() instanceof BookingState.Confirmed) {
      agenda.completes(booking);
    }
  }
}
