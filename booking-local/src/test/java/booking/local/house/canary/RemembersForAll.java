package booking.local.house.canary;

/** A count that two systems in one process share without knowing. */
public final class RemembersForAll {

  private static int bookings;

  private RemembersForAll() {}

  public static int next() {
    return ++bookings;
  }
}
