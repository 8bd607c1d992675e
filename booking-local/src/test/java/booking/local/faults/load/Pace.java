package booking.local.faults.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The rate that all customers keep together. What was missed in a silence is not made up for. */
final class Pace {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final long interval;
  private final AtomicLong next;
  private volatile boolean paused;

  Pace(int perSecond) {
    this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.next = new AtomicLong(System.nanoTime());
  }

  /** From now on it is nobody's turn. */
  void pause() {
    paused = true;
  }

  void resume() {
    paused = false;
  }

  /** Returns when it is the caller's turn. */
  void await() {
    while (paused && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    long turn = next.updateAndGet(last -> Math.max(last + interval, System.nanoTime()));
    long wait = turn - System.nanoTime();
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(wait);
      wait = turn - System.nanoTime();
    }
  }
}
