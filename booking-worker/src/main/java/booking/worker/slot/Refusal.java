package booking.worker.slot;

/** Why a request is refused, in order of precedence where several apply. Part of the contract. */
public enum Refusal {
  FORBIDDEN("Only an admin may do that"),
  IDEMPOTENCY_KEY_REUSED("This idempotency key was used for another request"),
  TIMESLOT_NOT_FOUND("Timeslot not found"),
  BOOKING_NOT_FOUND("Booking not found"),
  ROOM_MISMATCH("The timeslot belongs to another room"),
  TIMESLOT_CLOSED("Timeslot is closed"),
  CANNOT_CANCEL("Cannot cancel booking"),
  NOT_CONFIRMED("Only a confirmed or completed booking can be a no-show"),
  TIMESLOT_STARTED("Timeslot has already started"),
  TIMESLOT_NOT_STARTED("Timeslot has not started yet"),
  ALREADY_BOOKED("You already have a booking for this timeslot"),
  TIMESLOT_FULL("Timeslot is not available"),
  TIMESLOT_EXHAUSTED("Timeslot has taken all the bookings it ever can");

  private final String detail;

  Refusal(String detail) {
    this.detail = detail;
  }

  /** The refusal in words, for the one who asked. */
  public String detail() {
    return detail;
  }
}
