package booking.local.house.canary;

import java.time.Instant;
import java.util.function.Supplier;

/** A rule that asks what time it is, by a reference, which is easier to miss than a call. */
public record ReadsTheClock() {

  public Supplier<Instant> now() {
    return Instant::now;
  }
}
