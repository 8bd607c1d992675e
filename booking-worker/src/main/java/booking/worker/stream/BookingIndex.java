package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

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

  // The known booking's id, negative once it is not live.
  private final CustomerTable known = new CustomerTable();
  private final Holds holds = new Holds();

  /**
   * Takes note of a booking as it is stored.
   *
   * @return the customer's booking that will not be found by its customer any more, if any
   */
  OptionalLong put(Booking booking) {
    if (booking.state() instanceof BookingState.Pending) {
      holds.begin(booking);
    } else {
      holds.end(booking);
    }
    long now = booking.isLive() ? booking.bookingId() : -booking.bookingId();
    long before = known.put(booking.userId(), now);
    if (before == CustomerTable.NONE || Math.abs(before) == booking.bookingId()) {
      return OptionalLong.empty();
    }
    boolean outlived = now > 0 || before < 0 && now < before;
    if (!outlived) {
      known.put(booking.userId(), before);
    }
    return outlived ? OptionalLong.of(Math.abs(before)) : OptionalLong.empty();
  }

  /** Forgets a booking with its slot. */
  void remove(Booking booking) {
    holds.end(booking);
    known.remove(BookingNumber.timeslotId(booking.bookingId()), booking.userId());
  }

  /** The booking that the user is known by in the slot: the live one if there is one. */
  OptionalLong bookingOf(long timeslotId, long userId) {
    long booking = known.get(timeslotId, userId);
    return booking == CustomerTable.NONE
        ? OptionalLong.empty()
        : OptionalLong.of(Math.abs(booking));
  }

  /** The slot's bookings whose hold is due, the first to be due first. */
  List<Long> dueHolds(long timeslotId, Instant now) {
    return holds.due(timeslotId, now);
  }

  /**
   * The slots that have due holds, each hold told of once, as {@link Holds#takeSlots}.
   *
   * @param most holds to look at; the others stay for the next time
   */
  List<Long> slotsWithDueHolds(Instant now, int most) {
    return holds.takeSlots(now, most);
  }
}
