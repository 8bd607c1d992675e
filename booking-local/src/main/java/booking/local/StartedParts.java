package booking.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started so far, to be stopped in reverse. Safe to share between threads. */
final class StartedParts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StartedParts.class);
  private static final double NANOS_IN_A_SECOND = 1e9;

  /** Something that can be started, by the name that people know it by. */
  record Part(String name, Callable<? extends AutoCloseable> start) {}

  private record Started(String name, AutoCloseable running) {}

  private final Deque<Started> newestFirst = new ArrayDeque<>();
  private final Onlooker onlooker;
  private boolean closed;

  StartedParts(Onlooker onlooker) {
    this.onlooker = onlooker;
  }

  /** Takes on something that runs already; stops it at once when the others have been stopped. */
  void holds(String name, AutoCloseable running) {
    synchronized (newestFirst) {
      newestFirst.push(new Started(name, running));
      if (!closed) {
        return;
      }
    }
    close();
    throw new IllegalStateException("stopped while " + name + " was starting");
  }

  /** Whether there is anything to stop. */
  boolean areHeld() {
    synchronized (newestFirst) {
      return !newestFirst.isEmpty();
    }
  }

  /** Starts one part and takes it on. */
  void start(Part part) throws Exception {
    long from = System.nanoTime();
    holds(part.name(), part.start().call());
    double seconds = (System.nanoTime() - from) / NANOS_IN_A_SECOND;
    LOG.info("started part=\"{}\" seconds={}", part.name(), seconds);
    onlooker.say(String.format(Locale.ROOT, "  %-10s up after %.1f s", part.name(), seconds));
  }

  /** Starts parts that do not need each other at once; returns or throws when all have had a go. */
  void startTogether(List<Part> parts) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(parts.size());
    try {
      List<Callable<Boolean>> starts = parts.stream().map(this::starting).toList();
      for (Future<Boolean> started : threads.invokeAll(starts)) {
        started.get();
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    } finally {
      threads.shutdown();
    }
  }

  /** Stops what was started last first; one that fails does not keep the others running. */
  @Override
  public void close() {
    synchronized (newestFirst) {
      closed = true;
      while (!newestFirst.isEmpty()) {
        Started last = newestFirst.pop();
        try {
          last.running().close();
          LOG.info("stopped part=\"{}\"", last.name());
        } catch (Exception failed) {
          LOG.error("not stopped cleanly part=\"{}\"", last.name(), failed);
        }
      }
    }
  }

  private Callable<Boolean> starting(Part part) {
    return () -> {
      start(part);
      return true;
    };
  }
}
