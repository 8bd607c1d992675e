package booking.local.faults.load;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An admin who now and then closes a slot and opens it again. */
final class Admin {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final Caller caller;
  private final List<Long> slots;
  private final Random random;
  private int acts;

  Admin(Caller caller, List<Long> slots, Random random) {
    this.caller = caller;
    this.slots = slots;
    this.random = random;
  }

  void act() {
    long slot = slots.get(random.nextInt(slots.size()));
    acts++;
    caller.insist(Wish.door("close", slot, "close-" + acts));
    caller.insist(Wish.door("open", slot, "open-" + acts));
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
