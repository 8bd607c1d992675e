package booking.gateway.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Whether something that failed is worth another try: while it is broken, one caller now and then
 * tries it, and all others need not wait to hear that it still fails. Safe for all threads.
 */
final class Circuit {

  private final long pauseNanos;
  private final LongSupplier nanos;
  private final AtomicLong triedAt = new AtomicLong();
  private volatile boolean broken;

  /**
   * @param pause between two tries while it is broken
   * @param nanos a clock that never goes back
   */
  Circuit(Duration pause, LongSupplier nanos) {
    this.pauseNanos = pause.toNanos();
    this.nanos = nanos;
  }

  boolean mayTry() {
    if (!broken) {
      return true;
    }
    long last = triedAt.get();
    long now = nanos.getAsLong();
    return now - last >= pauseNanos && triedAt.compareAndSet(last, now);
  }

  void succeeded() {
    broken = false;
  }

  void failed() {
    triedAt.set(nanos.getAsLong());
    broken = true;
  }
}
