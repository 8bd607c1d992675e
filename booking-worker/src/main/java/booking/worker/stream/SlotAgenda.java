package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Slots with which something is to be done at a time, by time alone: when they are over, and when
 * they are forgotten. Made again from the stores after a task has started.
 */
final class SlotAgenda {

  private record Due(Instant at, long timeslotId) {

    private static final Comparator<Due> ORDER =
        Comparator.comparing(Due::at).thenComparing(Due::timeslotId);
  }

  private final Duration retention;
  // A slot comes with each of its confirmed bookings, and is to be here once.
  private final NavigableSet<Due> ends = new TreeSet<>(Due.ORDER);
  private final Queue<Due> forgets = new PriorityQueue<>(Due.ORDER);

  /**
   * @param retention how long after its end a slot, or an answer where none is, is remembered
   */
  SlotAgenda(Duration retention) {
    this.retention = retention;
  }

  /** A confirmed booking completes with its slot. */
  void completes(Booking booking) {
    ends.add(new Due(booking.promise().endsAt(), BookingNumber.timeslotId(booking.bookingId())));
  }

  /**
   * What is of a slot is forgotten some time after it.
   *
   * @param from when the slot ends; or when an answer was given, where no slot is
   */
  void forgets(long timeslotId, Instant from) {
    forgets.add(new Due(from.plus(retention), timeslotId));
  }

  Instant forgottenAt(Slot slot) {
    return slot.terms().endsAt().plus(retention);
  }

  /** Answers until then have been remembered for long enough. */
  Instant longAgo(Instant now) {
    return now.minus(retention);
  }

  /**
   * The slots that are over, each once, earliest first, no longer on the agenda.
   *
   * @param most of them; the others stay for the next time
   */
  List<Long> takeEnded(Instant now, int most) {
    Set<Long> due = new LinkedHashSet<>();
    while (due.size() < most && !ends.isEmpty() && !ends.first().at().isAfter(now)) {
      due.add(ends.pollFirst().timeslotId());
    }
    return List.copyOf(due);
  }

  /**
   * The slots to be forgotten, each once, earliest first, no longer on the agenda.
   *
   * @param most of them; the others stay for the next time
   */
  List<Long> takeForgotten(Instant now, int most) {
    Set<Long> due = new LinkedHashSet<>();
    while (due.size() < most && !forgets.isEmpty() && !forgets.peek().at().isAfter(now)) {
      due.add(forgets.remove().timeslotId());
    }
    return List.copyOf(due);
  }
}
