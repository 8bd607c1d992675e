package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where to find the bookings that a decision has to see, without reading all of a slot: which
 * booking a customer has there, and which holds are due. Derived from the stored bookings and made
 * again from them when a task starts, so it needs no store, and no record, of its own.
 *
 * <p>Of a customer's bookings in a slot it knows one: the live one if there is one, else the
 * newest. However often somebody books and cancels, a decision sees no more than that.
 */
final class BookingIndex {

  private record Customer(long timeslotId, long userId) {

    static Customer of(Booking booking) {
      return new Customer(BookingNumber.timeslotId(booking.bookingId()), booking.userId());
    }
  }

  private record Known(long bookingId, boolean live) {}

  private record Hold(Instant until, long bookingId) implements Comparable<Hold> {

    long timeslotId() {
      return BookingNumber.timeslotId(bookingId);
    }

    @Override
    public int compareTo(Hold other) {
      int byTime = until.compareTo(other.until);
      return byTime == 0 ? Long.compare(bookingId, other.bookingId) : byTime;
    }
  }

  private final Map<Customer, Known> bookingByCustomer = new HashMap<>();
  private final Set<Long> held = new HashSet<>();
  // Those that are not due yet. Some may have ended otherwise; they are passed over when due.
  private final PriorityQueue<Hold> waiting = new PriorityQueue<>();
  // Those that are, by slot: few, since a tick ends them within a second or so.
  private final Map<Long, NavigableSet<Hold>> dueBySlot = new HashMap<>();
  private final Set<Long> slotsToTell = new LinkedHashSet<>();

  /**
   * Takes note of a booking as it is stored.
   *
   * @return the customer's booking that will not be found by its customer any more, if any
   */
  OptionalLong put(Booking booking) {
    if (!(booking.state() instanceof BookingState.Pending)) {
      held.remove(booking.bookingId());
    } else if (held.add(booking.bookingId())) {
      waiting.add(new Hold(booking.heldUntil(), booking.bookingId()));
    }
    Known now = new Known(booking.bookingId(), booking.isLive());
    Customer customer = Customer.of(booking);
    Known before = bookingByCustomer.put(customer, now);
    if (before == null || before.bookingId() == now.bookingId()) {
      return OptionalLong.empty();
    }
    boolean outlived = now.live() || !before.live() && now.bookingId() > before.bookingId();
    if (!outlived) {
      bookingByCustomer.put(customer, before);
    }
    return outlived ? OptionalLong.of(before.bookingId()) : OptionalLong.empty();
  }

  /** Forgets a booking with its slot. */
  void remove(Booking booking) {
    bookingByCustomer.remove(Customer.of(booking));
    held.remove(booking.bookingId());
  }

  /** The user's live booking in the slot, or else the newest. */
  OptionalLong bookingOf(long timeslotId, long userId) {
    Known known = bookingByCustomer.get(new Customer(timeslotId, userId));
    return known == null ? OptionalLong.empty() : OptionalLong.of(known.bookingId());
  }

  /** The slot's bookings whose hold is due, the first to be due first. */
  List<Long> dueHolds(long timeslotId, Instant now) {
    findDue(now);
    NavigableSet<Hold> due = stillDue(timeslotId);
    if (due.isEmpty()) {
      return List.of();
    }
    // The record before may have had a later time than this one.
    return due.headSet(new Hold(now, Long.MAX_VALUE), true).stream().map(Hold::bookingId).toList();
  }

  /**
   * The slots that have due holds, the first to be due first. Each is named once, so that one which
   * cannot be dealt with does not keep the others waiting; whatever comes to it next finds them.
   *
   * @param most holds to look at; the others stay for the next time
   */
  List<Long> slotsWithDueHolds(Instant now, int most) {
    findDue(now);
    List<Long> slots = new ArrayList<>();
    int holds = 0;
    Iterator<Long> untold = slotsToTell.iterator();
    while (holds < most && untold.hasNext()) {
      long timeslotId = untold.next();
      NavigableSet<Hold> due = stillDue(timeslotId);
      if (due.isEmpty() || !due.last().until().isAfter(now)) {
        untold.remove();
      }
      if (!due.isEmpty() && !due.first().until().isAfter(now)) {
        slots.add(timeslotId);
        holds += due.size();
      }
    }
    return slots;
  }

  /** What was waiting and is due now is found by its slot from now on. */
  private void findDue(Instant now) {
    while (!waiting.isEmpty() && !waiting.peek().until().isAfter(now)) {
      Hold hold = waiting.remove();
      if (held.contains(hold.bookingId())) {
        dueBySlot.computeIfAbsent(hold.timeslotId(), any -> new TreeSet<>()).add(hold);
        slotsToTell.add(hold.timeslotId());
      }
    }
  }

  /** The slot's due holds, without those that have ended. */
  private NavigableSet<Hold> stillDue(long timeslotId) {
    NavigableSet<Hold> due = dueBySlot.get(timeslotId);
    if (due == null) {
      return Collections.emptyNavigableSet();
    }
    due.removeIf(hold -> !held.contains(hold.bookingId()));
    if (due.isEmpty()) {
      dueBySlot.remove(timeslotId);
    }
    return due;
  }
}
