package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.collections.Long2LongHashMap;

/**
 * Which holds end when. Most end long before, by being paid. So they lie in no order until their
 * second comes: where a second has many, a hold takes half of the room that it takes in a tree, and
 * nothing that the collector has to follow. A second that has few takes some 200 bytes.
 */
final class Holds {

  private static final long NOT_HELD = Long.MIN_VALUE;

  /**
   * @param until in milliseconds of the epoch, as exact as the times that records have
   */
  private record Hold(long until, long bookingId) implements Comparable<Hold> {

    static Hold of(Booking booking) {
      return new Hold(booking.heldUntil().toEpochMilli(), booking.bookingId());
    }

    boolean isDue(Instant now) {
      return until <= now.toEpochMilli();
    }

    long second() {
      return Instant.ofEpochMilli(until).getEpochSecond();
    }

    long timeslotId() {
      return BookingNumber.timeslotId(bookingId);
    }

    @Override
    public int compareTo(Hold other) {
      int byTime = Long.compare(until, other.until);
      return byTime == 0 ? Long.compare(bookingId, other.bookingId) : byTime;
    }
  }

  // By the second: the bookings, and until when each is held.
  private final NavigableMap<Long, Long2LongHashMap> later = new TreeMap<>();
  // The last second whose holds are no longer there. It stays where a clock was that ran ahead.
  private long begun = Long.MIN_VALUE;
  // Holds of seconds that have begun, that were not due when last looked at.
  private final NavigableSet<Hold> soon = new TreeSet<>();
  // Holds that were due at some time that the broker gave. Few: a tick ends them.
  private final Map<Long, NavigableSet<Hold>> dueBySlot = new HashMap<>();
  // Of those, the ones that no tick was told of.
  private final NavigableSet<Hold> untold = new TreeSet<>();

  /** Takes note of a booking that waits for its payment. */
  void begin(Booking booking) {
    Hold hold = Hold.of(booking);
    if (hold.second() > begun) {
      later
          .computeIfAbsent(hold.second(), any -> new Long2LongHashMap(NOT_HELD))
          .put(hold.bookingId(), hold.until());
    } else if (!isDue(hold)) {
      soon.add(hold);
    }
  }

  private boolean isDue(Hold hold) {
    NavigableSet<Hold> due = dueBySlot.get(hold.timeslotId());
    return due != null && due.contains(hold);
  }

  /** Takes note of a booking that does not wait, or no longer. */
  void end(Booking booking) {
    Hold hold = Hold.of(booking);
    if (hold.second() > begun) {
      endLater(hold);
    } else if (!soon.remove(hold)) {
      untold.remove(hold);
      NavigableSet<Hold> due = dueBySlot.get(hold.timeslotId());
      if (due != null && due.remove(hold) && due.isEmpty()) {
        dueBySlot.remove(hold.timeslotId());
      }
    }
  }

  private void endLater(Hold hold) {
    Long2LongHashMap holds = later.get(hold.second());
    if (holds != null) {
      holds.remove(hold.bookingId());
      if (holds.isEmpty()) {
        later.remove(hold.second());
      }
    }
  }

  /** The slot's bookings whose hold is due, the first to be due first. */
  List<Long> due(long timeslotId, Instant now) {
    findDue(now);
    NavigableSet<Hold> due = dueBySlot.get(timeslotId);
    if (due == null) {
      return List.of();
    }
    // The record before may have had a later time than this one.
    return due.headSet(new Hold(now.toEpochMilli(), Long.MAX_VALUE), true).stream()
        .map(Hold::bookingId)
        .toList();
  }

  /**
   * The slots that have due holds, the first to be due first. Each hold is told of once, so that a
   * slot which cannot be dealt with is not tried at every tick; whatever comes to it finds its
   * hold.
   *
   * @param most holds to look at; the others stay for the next time
   */
  List<Long> takeSlots(Instant now, int most) {
    findDue(now);
    Set<Long> slots = new LinkedHashSet<>();
    int holds = 0;
    while (holds < most && !untold.isEmpty() && untold.first().isDue(now)) {
      slots.add(untold.pollFirst().timeslotId());
      holds++;
    }
    return List.copyOf(slots);
  }

  /** What was not due and is now is found by its slot from now on. */
  private void findDue(Instant now) {
    beginSeconds(now.getEpochSecond());
    while (!soon.isEmpty() && soon.first().isDue(now)) {
      Hold hold = soon.pollFirst();
      dueBySlot.computeIfAbsent(hold.timeslotId(), any -> new TreeSet<>()).add(hold);
      untold.add(hold);
    }
  }

  private void beginSeconds(long last) {
    if (last <= begun) {
      return;
    }
    begun = last;
    NavigableMap<Long, Long2LongHashMap> beginning = later.headMap(last, true);
    for (Long2LongHashMap holds : beginning.values()) {
      holds.forEachLong((bookingId, until) -> soon.add(new Hold(until, bookingId)));
    }
    beginning.clear();
  }
}
