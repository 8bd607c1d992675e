package booking.gateway.booking;

import booking.gateway.booking.Booking.Relations;
import booking.gateway.problem.ProblemException;
import booking.gateway.room.BookedRoom;
import booking.gateway.room.RoomCache;
import booking.gateway.timeslot.Timeslot;
import booking.schemas.BookingSnapshot;
import booking.schemas.RequestResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The bookings of results: booking and timeslot as the worker decided them, the rest as the read
 * model has it, if it can be asked.
 */
public final class DecidedBookings {

  private final RoomCache rooms;
  private final Bookings bookings;
  private final InstantSource clock;

  public DecidedBookings(RoomCache rooms, Bookings bookings, InstantSource clock) {
    this.rooms = rooms;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** The booking of an accepted request about one. */
  Booking of(RequestResult result) {
    BookingSnapshot booking = result.getBookingAfter();
    BookedRoom room = rooms.roomOf(result.getTimeslotAfter());
    Timeslot slot = Timeslot.of(result.getTimeslotAfter(), clock.instant());
    return Booking.of(
        booking, new Relations(refunds(booking), Optional.of(room), Optional.of(slot)));
  }

  // Nothing goes back of a payment that never came.
  private List<Refund> refunds(BookingSnapshot booking) {
    if (booking.getPaymentId() == null) {
      return List.of();
    }
    try {
      return bookings.refunds(booking.getBookingId());
    } catch (ProblemException outage) {
      return List.of();
    }
  }
}
