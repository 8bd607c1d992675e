package booking.gateway.booking;

import booking.gateway.http.ParameterText;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.gateway.timeslot.TimeslotId;

/** A booking's id, which tells its timeslot: timeslotId * 100000 + n. */
record BookingId(long value) {

  private static final long BOOKINGS_IN_A_TIMESLOT = 100_000;

  /** The id in a path; one that no timeslot can have given is a BOOKING_NOT_FOUND. */
  static BookingId of(String text) {
    BookingId id = new BookingId(ParameterText.id(text));
    if (!TimeslotId.canBeGiven(id.timeslotId())) {
      throw notFound();
    }
    return id;
  }

  long timeslotId() {
    return value / BOOKINGS_IN_A_TIMESLOT;
  }

  static ProblemException notFound() {
    return new ProblemException(ProblemCode.BOOKING_NOT_FOUND, "Booking not found");
  }
}
