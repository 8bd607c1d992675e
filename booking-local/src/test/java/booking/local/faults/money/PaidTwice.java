package booking.local.faults.money;

import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import java.util.List;
import java.util.Set;

/** C7: one payment told three times, and two payments for one booking. */
final class PaidTwice {

  private static final int BOOKINGS = 20;
  private static final long USER = 7_000_000;

  private PaidTwice() {}

  static Strike strike(Scene scene) {
    Guest guest = Guest.user(scene.cluster(), USER);
    List<Long> slots = Guest.premises(scene.cluster()).slots(BOOKINGS, 1);
    try (Till till = new Till(scene.cluster())) {
      for (long slot : slots) {
        long booking = Till.seat(guest, slot).number("id");
        till.take("twice-" + booking, booking);
        till.take("twice-" + booking, booking);
        till.take("second-" + booking, booking);
        till.take("twice-" + booking, booking);
      }
      Set<String> lost = till.lost();
      long back = till.returned("duplicate_payment");
      return Strike.plain()
          .with(
              "bookings %d, payments kept %d, duplicates sent back %d"
                  .formatted(BOOKINGS, till.kept().size(), back))
          .mustHold(lost.isEmpty(), "neither kept nor sent back whole: " + lost)
          .mustHold(till.kept().size() == BOOKINGS, "kept " + till.kept())
          .mustHold(back == BOOKINGS, back + " duplicates of " + BOOKINGS + " went back");
    }
  }
}
