package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
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

    static Hold of(Booking booking) {
      return new Hold(booking.heldUntil(), booking.bookingId());
    }

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
  // Holds that were not due when last looked at; some may have ended otherwise since.
  private final PriorityQueue<Hold> waiting = new PriorityQueue<>();
  // Holds that were due at some time that the broker gave. Few: a tick ends them.
  private final Map<Long, NavigableSet<Hold>> dueBySlot = new HashMap<>();
  // Of those, the ones that no tick was told of.
  private final PriorityQueue<Hold> untold = new PriorityQueue<>();

  /**
   * Takes note of a booking as it is stored.
   *
   * @return the customer's booking that will not be found by its customer any more, if any
   */
  OptionalLong put(Booking booking) {
    if (!(booking.state() instanceof BookingState.Pending)) {
      end(booking);
    } else if (held.add(booking.bookingId())) {
      waiting.add(Hold.of(booking));
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

  private void end(Booking booking) {
    if (!held.remove(booking.bookingId())) {
      return;
    }
    Hold hold = Hold.of(booking);
    NavigableSet<Hold> due = dueBySlot.get(hold.timeslotId());
    if (due != null && due.remove(hold) && due.isEmpty()) {
      dueBySlot.remove(hold.timeslotId());
    }
  }

  /** Forgets a booking with its slot. */
  void remove(Booking booking) {
    bookingByCustomer.remove(Customer.of(booking));
    end(booking);
  }

  /** The user's live booking in the slot, or else the newest. */
  OptionalLong bookingOf(long timeslotId, long userId) {
    Known known = bookingByCustomer.get(new Customer(timeslotId, userId));
    return known == null ? OptionalLong.empty() : OptionalLong.of(known.bookingId());
  }

  /** The slot's bookings whose hold is due, the first to be due first. */
  List<Long> dueHolds(long timeslotId, Instant now) {
    findDue(now);
    NavigableSet<Hold> due = dueBySlot.get(timeslotId);
    // The record before may have had a later time than this one.
    if (due == null || due.first().until().isAfter(now)) {
      return List.of();
    }
    return due.headSet(new Hold(now, Long.MAX_VALUE), true).stream().map(Hold::bookingId).toList();
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
    while (holds < most && !untold.isEmpty() && !untold.peek().until().isAfter(now)) {
      Hold hold = untold.remove();
      if (held.contains(hold.bookingId())) {
        slots.add(hold.timeslotId());
        holds++;
      }
    }
    return List.copyOf(slots);
  }

  /** What was waiting and is due now is found by its slot from now on. */
  private void findDue(Instant now) {
    while (!waiting.isEmpty() && !waiting.peek().until().isAfter(now)) {
      Hold hold = waiting.remove();
      if (held.contains(hold.bookingId())) {
        dueBySlot.computeIfAbsent(hold.timeslotId(), any -> new TreeSet<>()).add(hold);
        untold.add(hold);
      }
    }
  }
}
