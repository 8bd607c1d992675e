package booking.local.faults.history;

/** How a call ended for its client. */
public enum Ending {
  /** It was done, and its client was told so. */
  OK,
  /** It was not done and will not be, by rule; the code says why. */
  REFUSED,
  /** Nobody told its client: it may have been done or may yet be. The same key asks again. */
  UNKNOWN
}
