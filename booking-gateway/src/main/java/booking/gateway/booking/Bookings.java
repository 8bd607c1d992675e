package booking.gateway.booking;

import booking.gateway.http.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The bookings of the read model. Every call may fail with READ_MODEL_UNAVAILABLE. */
public interface Bookings {

  /** A part of those that match, newest first, and one more if there is a next part. */
  List<Booking> list(BookingSearch search, Page page, Instant now);

  Optional<Booking> find(long id, Instant now);

  /** What goes back of a booking's payments, oldest first. */
  List<Refund> refunds(long bookingId);
}
