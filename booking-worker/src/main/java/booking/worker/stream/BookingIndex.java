package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import booking.worker.slot.Slot;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.PriorityQueue;
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
  private final Map<Long, NavigableSet<Hold>> holdsBySlot = new HashMap<>();
  // May still have holds that ended otherwise; they are passed over when their time comes.
  private final PriorityQueue<Hold> holdsByTime = new PriorityQueue<>();

  /**
   * Takes note of a booking as it is stored.
   *
   * @return the customer's booking that will not be found by its customer any more, if any
   */
  OptionalLong put(Booking booking) {
    Hold hold = new Hold(booking.heldUntil(), booking.bookingId());
    if (!(booking.state() instanceof BookingState.Pending)) {
      end(hold);
    } else if (holdsBySlot.computeIfAbsent(hold.timeslotId(), any -> new TreeSet<>()).add(hold)) {
      holdsByTime.add(hold);
    }
    Known now = new Known(booking.bookingId(), booking.isLive());
    Known before = bookingByCustomer.get(Customer.of(booking));
    if (before == null || before.bookingId() == now.bookingId()) {
      bookingByCustomer.put(Customer.of(booking), now);
      return OptionalLong.empty();
    }
    boolean outlived = now.live() || !before.live() && now.bookingId() > before.bookingId();
    if (outlived) {
      bookingByCustomer.put(Customer.of(booking), now);
    }
    return outlived ? OptionalLong.of(before.bookingId()) : OptionalLong.empty();
  }

  private void end(Hold hold) {
    NavigableSet<Hold> holds = holdsBySlot.get(hold.timeslotId());
    if (holds != null && holds.remove(hold) && holds.isEmpty()) {
      holdsBySlot.remove(hold.timeslotId());
    }
  }

  /** Forgets a booking with its slot. */
  void remove(Booking booking) {
    bookingByCustomer.remove(Customer.of(booking));
    end(new Hold(booking.heldUntil(), booking.bookingId()));
  }

  /** The user's live booking in the slot, or else the newest. */
  OptionalLong bookingOf(long timeslotId, long userId) {
    Known known = bookingByCustomer.get(new Customer(timeslotId, userId));
    return known == null ? OptionalLong.empty() : OptionalLong.of(known.bookingId());
  }

  /** The slot's bookings whose hold is due. */
  List<Long> dueHolds(Slot slot, Instant now) {
    NavigableSet<Hold> holds = holdsBySlot.get(slot.timeslotId());
    if (holds == null || holds.first().until().isAfter(now)) {
      return List.of();
    }
    return holds.headSet(new Hold(now, Long.MAX_VALUE), true).stream()
        .map(Hold::bookingId)
        .toList();
  }

  /**
   * The slots that have due holds.
   *
   * @param most holds to look at; the others stay for the next time
   */
  List<Long> slotsWithDueHolds(Instant now, int most) {
    NavigableSet<Long> slots = new TreeSet<>();
    int holds = 0;
    while (holds < most && !holdsByTime.isEmpty() && !holdsByTime.peek().until().isAfter(now)) {
      Hold hold = holdsByTime.remove();
      if (isHeld(hold)) {
        slots.add(hold.timeslotId());
        holds++;
      }
    }
    return List.copyOf(slots);
  }

  private boolean isHeld(Hold hold) {
    NavigableSet<Hold> holds = holdsBySlot.get(hold.timeslotId());
    return holds != null && holds.contains(hold);
  }
}
