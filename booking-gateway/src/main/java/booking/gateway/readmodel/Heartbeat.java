package booking.gateway.readmodel;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether something answers: one thread asks it every so often, so that no caller has to wait to
 * find out that it does not. Safe for all threads.
 */
final class Heartbeat implements Managed {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration STOP_WAIT = Duration.ofSeconds(5);

  private final BooleanSupplier answers;
  private final Bounds bounds;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "read-model-heartbeat");
  private volatile boolean answered = true;
  private volatile Question question = new Question(false, 0);

  /**
   * How often to ask and how long to wait.
   *
   * @param every from an answer to the next question
   * @param slow after which an answer that has not come counts as none
   */
  record Bounds(Duration every, Duration slow) {}

  private record Question(boolean open, long askedAt) {}

  /**
   * @param answers false when there is no answer; may block for a while
   */
  Heartbeat(BooleanSupplier answers, Bounds bounds) {
    this.answers = answers;
    this.bounds = bounds;
    thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  /** True as far as is known; it may have ended since. */
  boolean isAlive() {
    Question asked = question;
    boolean overdue = asked.open() && System.nanoTime() - asked.askedAt() > bounds.slow().toNanos();
    return answered && !overdue;
  }

  /** Somebody asked and had no answer: nobody else need wait for one before the next beat. */
  void missed() {
    answered(false);
  }

  private void run() {
    try {
      while (!stopping.await(bounds.every().toNanos(), TimeUnit.NANOSECONDS)) {
        question = new Question(true, System.nanoTime());
        boolean now = answers.getAsBoolean();
        question = new Question(false, 0);
        answered(now);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void answered(boolean now) {
    if (answered != now) {
      answered = now;
      LOG.info("postgres={}", now ? "reachable" : "unreachable");
    }
  }

  @Override
  public void stop() throws InterruptedException {
    stopping.countDown();
    thread.join(STOP_WAIT.toMillis());
  }
}
