package booking.worker.stream;

import booking.worker.slot.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * When something is to be done with a slot by time alone: when it ends, and when it has been kept
 * long enough. Derived from the stored slots and made again from them when a task starts.
 */
final class SlotAgenda {

  private record Due(Instant at, long timeslotId) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::timeslotId));
  private final Duration retention;
  private Instant latest = Instant.MIN;

  SlotAgenda(Duration retention) {
    this.retention = retention;
  }

  /** A slot that is new here, or whose end may have been passed over. */
  void put(Slot slot) {
    queue.add(new Due(slot.terms().endsAt(), slot.timeslotId()));
  }

  /** Puts a slot back whose end has been dealt with, though something happened in it since. */
  void putIfPast(Slot slot) {
    if (!slot.terms().endsAt().isAfter(latest)) {
      put(slot);
    }
  }

  /** A slot whose end is dealt with: next it is to be forgotten. */
  void ended(Slot slot) {
    queue.add(new Due(slot.terms().endsAt().plus(retention), slot.timeslotId()));
  }

  boolean toBeForgotten(Slot slot, Instant now) {
    return !slot.terms().endsAt().plus(retention).isAfter(now);
  }

  /** The slots whose time has come, each once, no longer on the agenda. */
  List<Long> due(Instant now) {
    latest = now.isAfter(latest) ? now : latest;
    List<Long> due = new ArrayList<>();
    while (!queue.isEmpty() && !queue.peek().at().isAfter(now)) {
      due.add(queue.remove().timeslotId());
    }
    return due.stream().distinct().toList();
  }
}
