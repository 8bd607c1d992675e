package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Where to find the bookings that a decision has to see, without reading all of a slot: which
 * booking a customer has there, and which holds are due. Derived from the stored bookings and made
 * again from them after a task has started, so it needs no store, and no record, of its own.
 *
 * <p>Of a customer's bookings in a slot it knows one. A live booking outlives one that is not, and
 * of two that are not the newer outlives the older; what is outlived is known again only when it is
 * put again. However often somebody books and cancels, a decision is shown no more of them.
 */
final class BookingIndex {

  private static final long NONE = 0;

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

    long timeslotId() {
      return BookingNumber.timeslotId(bookingId);
    }

    @Override
    public int compareTo(Hold other) {
      int byTime = Long.compare(until, other.until);
      return byTime == 0 ? Long.compare(bookingId, other.bookingId) : byTime;
    }
  }

  // By slot: the customers, and of each the known booking's id, negative once it is not live.
  private final Long2ObjectHashMap<Long2LongHashMap> customersBySlot = new Long2ObjectHashMap<>();
  // Holds that were not due when last looked at.
  private final NavigableSet<Hold> waiting = new TreeSet<>();
  // Holds that were due at some time that the broker gave. Few: a tick ends them.
  private final Map<Long, NavigableSet<Hold>> dueBySlot = new HashMap<>();
  // Of those, the ones that no tick was told of.
  private final NavigableSet<Hold> untold = new TreeSet<>();

  /**
   * Takes note of a booking as it is stored.
   *
   * @return the customer's booking that will not be found by its customer any more, if any
   */
  OptionalLong put(Booking booking) {
    Hold hold = Hold.of(booking);
    if (!(booking.state() instanceof BookingState.Pending)) {
      end(hold);
    } else if (!isDue(hold)) {
      waiting.add(hold);
    }
    Long2LongHashMap customers =
        customersBySlot.computeIfAbsent(hold.timeslotId(), any -> new Long2LongHashMap(NONE));
    long now = booking.isLive() ? booking.bookingId() : -booking.bookingId();
    long before = customers.put(booking.userId(), now);
    if (before == NONE || Math.abs(before) == booking.bookingId()) {
      return OptionalLong.empty();
    }
    boolean outlived = now > 0 || before < 0 && now < before;
    if (!outlived) {
      customers.put(booking.userId(), before);
    }
    return outlived ? OptionalLong.of(Math.abs(before)) : OptionalLong.empty();
  }

  private boolean isDue(Hold hold) {
    NavigableSet<Hold> due = dueBySlot.get(hold.timeslotId());
    return due != null && due.contains(hold);
  }

  private void end(Hold hold) {
    if (waiting.remove(hold)) {
      return;
    }
    untold.remove(hold);
    NavigableSet<Hold> due = dueBySlot.get(hold.timeslotId());
    if (due != null && due.remove(hold) && due.isEmpty()) {
      dueBySlot.remove(hold.timeslotId());
    }
  }

  /** Forgets a booking with its slot. */
  void remove(Booking booking) {
    Hold hold = Hold.of(booking);
    end(hold);
    Long2LongHashMap customers = customersBySlot.get(hold.timeslotId());
    if (customers != null) {
      customers.remove(booking.userId());
      if (customers.isEmpty()) {
        customersBySlot.remove(hold.timeslotId());
      }
    }
  }

  /** The booking that the user is known by in the slot: the live one if there is one. */
  OptionalLong bookingOf(long timeslotId, long userId) {
    Long2LongHashMap customers = customersBySlot.get(timeslotId);
    long known = customers == null ? NONE : customers.get(userId);
    return known == NONE ? OptionalLong.empty() : OptionalLong.of(Math.abs(known));
  }

  /** The slot's bookings whose hold is due, the first to be due first. */
  List<Long> dueHolds(long timeslotId, Instant now) {
    findDue(now);
    NavigableSet<Hold> due = dueBySlot.get(timeslotId);
    // The record before may have had a later time than this one.
    if (due == null || !due.first().isDue(now)) {
      return List.of();
    }
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
  List<Long> slotsWithDueHolds(Instant now, int most) {
    findDue(now);
    Set<Long> slots = new LinkedHashSet<>();
    int holds = 0;
    while (holds < most && !untold.isEmpty() && untold.first().isDue(now)) {
      slots.add(untold.pollFirst().timeslotId());
      holds++;
    }
    return List.copyOf(slots);
  }

  /** What was waiting and is due now is found by its slot from now on. */
  private void findDue(Instant now) {
    while (!waiting.isEmpty() && waiting.first().isDue(now)) {
      Hold hold = waiting.pollFirst();
      dueBySlot.computeIfAbsent(hold.timeslotId(), any -> new TreeSet<>()).add(hold);
      untold.add(hold);
    }
  }
}
