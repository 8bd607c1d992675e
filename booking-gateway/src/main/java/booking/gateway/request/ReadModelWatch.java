package booking.gateway.request;

import booking.gateway.problem.ProblemException;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The watch over the read model for decisions that must be readable before their clients hear of
 * them: one thread that asks, while anyone waits, one question for all who wait.
 *
 * <p>While the read model is out of reach, or too slow to answer, nobody waits for it.
 */
public final class ReadModelWatch implements Managed {

  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final Landmarks landmarks;
  private final RequestSettings settings;
  private final BlockingQueue<Waiter> arrivals = new LinkedBlockingQueue<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "read-model-watch");
  private volatile boolean reachable = true;
  private volatile Question question = Question.none();

  private record Waiter(Landmark landmark, CompletableFuture<Void> reached) {}

  /** When the question that is now with Postgres was asked. */
  private record Question(boolean open, long askedAt) {

    static Question none() {
      return new Question(false, 0);
    }

    static Question now() {
      return new Question(true, System.nanoTime());
    }

    boolean isOlderThan(long nanos) {
      return open && System.nanoTime() - askedAt > nanos;
    }
  }

  /**
   * @param landmarks asked by one thread only
   * @param settings bounds
   */
  public ReadModelWatch(Landmarks landmarks, RequestSettings settings) {
    this.landmarks = landmarks;
    this.settings = settings;
    thread.setDaemon(true);
  }

  /**
   * Completes once the read model shows the landmark, or at once when it cannot be asked. Whoever
   * stops waiting must complete it, so that the watch stops asking.
   */
  CompletableFuture<Void> reached(Landmark landmark) {
    if (!isReachable()) {
      return CompletableFuture.completedFuture(null);
    }
    Waiter waiter = new Waiter(landmark, new CompletableFuture<>());
    arrivals.add(waiter);
    return waiter.reached();
  }

  /** False while the read model does not answer, or takes too long to. */
  public boolean isReachable() {
    return reachable && !question.isOlderThan(settings.slowReadModel().toNanoseconds());
  }

  @Override
  public void start() {
    thread.start();
  }

  private void run() {
    List<Waiter> waiting = new ArrayList<>();
    try {
      while (stopping.getCount() > 0) {
        waitForSomeone(waiting);
        arrivals.drainTo(waiting);
        waiting.removeIf(waiter -> waiter.reached().isDone());
        ask(waiting);
        // Between two questions, so that a stream of arrivals cannot become a stream of questions.
        stopping.await(settings.readablePoll().toNanoseconds(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitForSomeone(List<Waiter> waiting) throws InterruptedException {
    if (!reachable) {
      stopping.await(settings.readableProbe().toNanoseconds(), TimeUnit.NANOSECONDS);
    } else if (waiting.isEmpty()) {
      waiting.add(arrivals.take());
    }
  }

  private void ask(List<Waiter> waiting) {
    List<Landmark> wanted = waiting.stream().map(Waiter::landmark).collect(Collectors.toList());
    question = Question.now();
    try {
      Set<Landmark> reached = landmarks.reached(wanted);
      reachable = true;
      waiting.removeIf(waiter -> release(waiter, reached.contains(waiter.landmark())));
    } catch (ProblemException outage) {
      reachable = false;
      arrivals.drainTo(waiting);
      waiting.forEach(waiter -> release(waiter, true));
      waiting.clear();
    } finally {
      question = Question.none();
    }
  }

  private static boolean release(Waiter waiter, boolean reached) {
    return reached && waiter.reached().complete(null);
  }

  @Override
  public void stop() throws InterruptedException {
    stopping.countDown();
    thread.interrupt();
    thread.join(STOP_WAIT.toMillis());
  }
}
