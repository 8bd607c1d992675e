package booking.local.faults.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The rate that all customers keep together. What was missed in a silence is not made up for. */
final class Pace {

  private final long interval;
  private final AtomicLong next;

  Pace(int perSecond) {
    this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.next = new AtomicLong(System.nanoTime());
  }

  /** Returns when it is the caller's turn. */
  void await() {
    long turn = next.updateAndGet(last -> Math.max(last + interval, System.nanoTime()));
    long wait = turn - System.nanoTime();
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(wait);
      wait = turn - System.nanoTime();
    }
  }
}
