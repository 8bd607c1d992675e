package booking.worker.slot;

/** Who or what ended a booking. */
public enum CancelReason {
  USER,
  VENUE,
  HOLD_EXPIRED
}
