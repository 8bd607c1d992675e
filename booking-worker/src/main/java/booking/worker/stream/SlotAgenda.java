package booking.worker.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Slots with which something is to be done at a time, by time alone. */
final class SlotAgenda {

  private record Due(Instant at, long timeslotId) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::timeslotId));

  void put(Instant at, long timeslotId) {
    queue.add(new Due(at, timeslotId));
  }

  /**
   * The slots whose time has come, each once, earliest first, no longer on the agenda.
   *
   * @param most of them; the others stay for the next time
   */
  List<Long> due(Instant now, int most) {
    Set<Long> due = new LinkedHashSet<>();
    while (due.size() < most && !queue.isEmpty() && !queue.peek().at().isAfter(now)) {
      due.add(queue.remove().timeslotId());
    }
    return new ArrayList<>(due);
  }
}
