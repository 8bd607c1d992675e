package booking.worker.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work that is done by as many threads as the machine has processors. Not a parallel stream: that
 * throws a copy of an error, without its message.
 */
final class AtOnce {

  private AtOnce() {}

  /**
   * Does all of it, or none that has not begun when one is seen to have failed.
   *
   * @return the results, in the order of the work
   * @throws AssertionError of the first in that order that failed, as it was thrown
   * @throws IllegalStateException if one failed in another way, or the caller is interrupted
   */
  static <T> List<T> all(List<? extends Callable<T>> work) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<T>> begun = new ArrayList<>();
      work.forEach(each -> begun.add(threads.submit(each)));
      List<T> results = new ArrayList<>();
      for (Future<T> each : begun) {
        results.add(result(each));
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AssertionError verdict) {
        throw verdict;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
