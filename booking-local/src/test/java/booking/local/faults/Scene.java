package booking.local.faults;

import booking.local.faults.cluster.Cluster;
import booking.local.faults.load.Load;
import booking.local.faults.watch.Watch;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Where a fault strikes: the system at work.
 *
 * @param random of this strike, from the seed of the run
 * @param words for a line of progress
 */
public record Scene(
    Cluster cluster, Load load, Watch watch, Random random, Consumer<String> words) {

  /** Says what is done, as it is done. */
  public void say(String line) {
    words.accept(line);
  }

  /** Lets time go by and says how many requests were decided in each second of it. */
  public long decidedASecond(Duration time) {
    long before = watch.decided();
    pass(time);
    return (watch.decided() - before) / time.toSeconds();
  }

  /** Lets time go by, as a part of the fault. */
  public void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
