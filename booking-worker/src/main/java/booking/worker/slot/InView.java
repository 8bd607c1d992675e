package booking.worker.slot;

import java.util.List;
import java.util.Optional;

/**
 * The bookings that a decision sees: those its command is about, and those whose hold is due. Never
 * all of a slot's, so that a decision does not cost more in a larger slot.
 */
public record InView(List<Booking> bookings) {

  public InView {
    bookings = List.copyOf(bookings);
  }

  Optional<Booking> booking(long bookingId) {
    return bookings.stream().filter(booking -> booking.bookingId() == bookingId).findFirst();
  }

  Optional<Booking> ownedBy(long userId, long bookingId) {
    return booking(bookingId).filter(booking -> booking.userId() == userId);
  }

  boolean hasLiveOf(long userId) {
    // Asked for each booking: a stream would take longer than all the other rules together.
    for (Booking booking : bookings) {
      if (booking.userId() == userId && booking.isLive()) {
        return true;
      }
    }
    return false;
  }
}
