package booking.worker.simulation;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.CancelReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every booking as the last event told it: what a fault has to know to do its harm where it hurts.
 */
final class BookingsTold {

  private final Map<Long, BookingSnapshot> last = new TreeMap<>();

  List<Emitted> note(Emitted emitted) {
    if (emitted.value() instanceof BookingEvent event && event.getBookingAfter() != null) {
      last.put(event.getBookingAfter().getBookingId(), event.getBookingAfter());
    }
    return List.of(emitted);
  }

  Optional<BookingSnapshot> booking(long bookingId) {
    return Optional.ofNullable(last.get(bookingId));
  }

  /** The booking, if its hold ran out and it was told so. */
  Optional<BookingSnapshot> expired(long bookingId) {
    return booking(bookingId)
        .filter(booking -> booking.getStatus() == BookingStatus.CANCELLED)
        .filter(booking -> booking.getCancelReason() == CancelReason.HOLD_EXPIRED);
  }

  /** When the first hold of the slot ran out that nobody has noticed by now. */
  Optional<Instant> dueHold(long slot, Instant now) {
    return last.values().stream()
        .filter(booking -> booking.getTimeslotId() == slot)
        .filter(booking -> booking.getStatus() == BookingStatus.PENDING)
        .map(BookingSnapshot::getHoldExpiresAt)
        .filter(until -> !until.isAfter(now))
        .min(Instant::compareTo);
  }
}
