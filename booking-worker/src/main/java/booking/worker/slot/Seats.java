package booking.worker.slot;

/**
 * How the seats of a timeslot are taken.
 *
 * @param held waiting for payment
 * @param confirmed paid
 * @param lastNumber of the newest booking, 0 before the first, at most 99 999
 */
public record Seats(int held, int confirmed, int lastNumber) {

  public Seats {
    if (held < 0 || confirmed < 0) {
      throw new IllegalStateException("fewer seats than none: " + held + ", " + confirmed);
    }
  }

  int taken() {
    return held + confirmed;
  }

  boolean exhausted() {
    return lastNumber >= BookingNumber.LAST;
  }

  Seats after(SlotEvent event) {
    int number =
        event instanceof SlotEvent.OfBooking ofBooking
            ? BookingNumber.number(ofBooking.after().bookingId())
            : 0;
    return new Seats(
        held + event.heldChange(),
        confirmed + event.confirmedChange(),
        Math.max(lastNumber, number));
  }
}
