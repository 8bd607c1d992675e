package booking.local.faults.money;

import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** C8: money for bookings that never were, that were cancelled, or that are paid already. */
final class PaidForNothing {

  private static final int CASES = 10;
  private static final long USER = 8_000_000;

  private PaidForNothing() {}

  static Strike strike(Scene scene) {
    Guest guest = Guest.user(scene.cluster(), USER);
    List<Long> slots = Guest.premises(scene.cluster()).slots(2 * CASES, 1);
    try (Till till = new Till(scene.cluster())) {
      List<Long> unknown = unknown(slots.get(0));
      unknown.forEach(booking -> till.take("unknown-" + slots.get(0) + booking, booking));
      for (long slot : slots.subList(0, CASES)) {
        long booking = Till.seat(guest, slot).number("id");
        guest.cancel(booking);
        till.take("cancelled-" + booking, booking);
      }
      for (long slot : slots.subList(CASES, 2 * CASES)) {
        long booking = Till.seat(guest, slot).number("id");
        till.take("right-" + booking, booking);
        till.take("paid-" + booking, booking);
      }
      Set<String> lost = till.lost();
      List<Long> back =
          List.of(
              till.returned("unknown_booking"),
              till.returned("booking_cancelled"),
              till.returned("duplicate_payment"));
      List<Long> cases = List.of((long) unknown.size(), (long) CASES, (long) CASES);
      return Strike.plain()
          .with("unknown, cancelled, paid %s, sent back %s".formatted(cases, back))
          .mustHold(lost.isEmpty(), "neither kept nor sent back whole: " + lost)
          .mustHold(cases.equals(back), "sent back %s of %s".formatted(back, cases));
    }
  }

  /** Ids that nobody was given: the slot's next, others' and impossible ones. */
  private static List<Long> unknown(long slot) {
    return LongStream.of(
            slot * 100_000 + 99_999,
            99_999_900_001L,
            0,
            -1,
            1,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            1L << 53)
        .boxed()
        .toList();
  }
}
