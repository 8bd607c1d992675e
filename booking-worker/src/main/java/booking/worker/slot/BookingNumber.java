package booking.worker.slot;

/** The arithmetic of ids: a booking's id says which slot it is in. */
public final class BookingNumber {

  /** Bookings that a slot can give in its life, plus one. */
  private static final long PER_SLOT = 100_000;

  /** The last number that a slot can give. */
  static final int LAST = (int) PER_SLOT - 1;

  /** The last slot whose bookings have ids below 2^53, which is as far as JSON counts exactly. */
  private static final long LAST_TIMESLOT = 90_000_000_000L;

  private BookingNumber() {}

  /** Whether a slot can have this id at all. */
  public static boolean canBe(long timeslotId) {
    return timeslotId > 0 && timeslotId <= LAST_TIMESLOT;
  }

  /**
   * The id of the slot's booking with this number.
   *
   * @param timeslotId one that {@linkplain #canBe can be}
   * @param number 1 to 99 999
   */
  public static long bookingId(long timeslotId, int number) {
    return Math.addExact(Math.multiplyExact(timeslotId, PER_SLOT), number);
  }

  /** The slot of a booking; 0, which no slot has, for an id that was never given. */
  public static long timeslotId(long bookingId) {
    return bookingId < 0 ? 0 : bookingId / PER_SLOT;
  }

  /** The booking's number within its slot. */
  public static int number(long bookingId) {
    return (int) Math.floorMod(bookingId, PER_SLOT);
  }
}
