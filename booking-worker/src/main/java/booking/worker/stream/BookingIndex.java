package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where to find the bookings that a decision has to see, without reading all of a slot: who booked
 * where, and which holds are due. Derived from the stored bookings and made again from them when a
 * task starts, so it needs no store, and no record, of its own.
 */
final class BookingIndex {

  private record Customer(long timeslotId, long userId) {}

  private record Hold(Instant until, long bookingId) {

    private static final Comparator<Hold> BY_TIME =
        Comparator.comparing(Hold::until).thenComparing(Hold::bookingId);

    private static final Comparator<Hold> BY_SLOT =
        Comparator.comparingLong(Hold::timeslotId).thenComparing(BY_TIME);

    long timeslotId() {
      return BookingNumber.timeslotId(bookingId);
    }
  }

  private final Map<Customer, List<Long>> bookingsByCustomer = new HashMap<>();
  private final NavigableSet<Hold> holdsBySlot = new TreeSet<>(Hold.BY_SLOT);
  // May still have holds that ended otherwise; they are passed over when their time comes.
  private final PriorityQueue<Hold> holdsByTime = new PriorityQueue<>(Hold.BY_TIME);

  /** Takes note of a booking as it is stored. */
  void put(Booking booking) {
    long timeslotId = BookingNumber.timeslotId(booking.bookingId());
    Customer customer = new Customer(timeslotId, booking.userId());
    bookingsByCustomer.merge(customer, List.of(booking.bookingId()), BookingIndex::union);
    Hold hold = new Hold(booking.heldUntil(), booking.bookingId());
    if (!(booking.state() instanceof BookingState.Pending)) {
      holdsBySlot.remove(hold);
    } else if (holdsBySlot.add(hold)) {
      holdsByTime.add(hold);
    }
  }

  /** Forgets a booking with its slot. */
  void remove(Booking booking) {
    long timeslotId = BookingNumber.timeslotId(booking.bookingId());
    bookingsByCustomer.remove(new Customer(timeslotId, booking.userId()));
    holdsBySlot.remove(new Hold(booking.heldUntil(), booking.bookingId()));
  }

  /** All bookings of the user in the slot, live or not, oldest first. */
  List<Long> bookingsOf(long timeslotId, long userId) {
    return bookingsByCustomer.getOrDefault(new Customer(timeslotId, userId), List.of());
  }

  /** The slot's bookings whose hold is due. */
  List<Long> dueHolds(long timeslotId, Instant now) {
    Hold from = new Hold(Instant.MIN, BookingNumber.bookingId(timeslotId, 0));
    Hold to = new Hold(now, BookingNumber.bookingId(timeslotId + 1, 0) - 1);
    return holdsBySlot.subSet(from, true, to, true).stream().map(Hold::bookingId).toList();
  }

  /** The slots that have due holds. */
  List<Long> slotsWithDueHolds(Instant now) {
    NavigableSet<Long> slots = new TreeSet<>();
    while (!holdsByTime.isEmpty() && !holdsByTime.peek().until().isAfter(now)) {
      Hold hold = holdsByTime.remove();
      if (holdsBySlot.contains(hold)) {
        slots.add(hold.timeslotId());
      }
    }
    return List.copyOf(slots);
  }

  private static List<Long> union(List<Long> known, List<Long> added) {
    if (known.containsAll(added)) {
      return known;
    }
    return Stream.concat(known.stream(), added.stream()).toList();
  }
}
