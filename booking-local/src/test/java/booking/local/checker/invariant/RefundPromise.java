package booking.local.checker.invariant;

import booking.local.checker.log.Fields;
import java.time.Duration;
import java.time.Instant;

/** What a paid booking is worth when it is cancelled, by the policy that its customer was given. */
final class RefundPromise {

  private RefundPromise() {}

  /** Minor units; half a unit is rounded up. */
  static long cents(Fields booking, String reason, Instant now) {
    long price = booking.cents("price");
    if (reason.equals("VENUE")) {
      return price;
    }
    Duration left = Duration.between(now, booking.time("startsAt"));
    long reached = -1;
    long percent = 0;
    for (Fields tier : booking.records("refundPolicy")) {
      long hours = tier.number("hoursBefore");
      if (left.compareTo(Duration.ofHours(hours)) >= 0 && hours > reached) {
        reached = hours;
        percent = tier.number("percent");
      }
    }
    return (price * percent + 50) / 100;
  }
}
