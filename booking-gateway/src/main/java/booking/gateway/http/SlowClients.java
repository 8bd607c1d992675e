package booking.gateway.http;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;

/**
 * The end of connections whose clients trickle: a head that comes byte by byte, an answer that is
 * taken byte by byte. Each byte starts the server's idle timeout anew, so that alone would let them
 * stay for ever.
 *
 * <p>While the server stops, and while all places are taken, also the end of those that only wait
 * for a next request. Left to itself, Jetty would cut all on which nothing moves for a second, and
 * with them whoever's answer is being written at that moment.
 */
public final class SlowClients implements Managed {

  private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
  private static final Duration STOP_WAIT = Duration.ofSeconds(2);
  // What a client sends is seen only once a thread takes it, and all may be busy for a while.
  private static final long STILL_NANOS = Duration.ofSeconds(1).toNanos();

  private final AbstractConnector connector;
  private final long headNanos;
  private final long takenNanos;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "slow-clients");
  private Map<EndPoint, Progress> seen = Map.of();

  /**
   * @param connector whose connections are watched
   */
  public SlowClients(AbstractConnector connector, ConnectionSettings settings) {
    this.connector = connector;
    this.headNanos = settings.headWithin().toNanoseconds();
    this.takenNanos = settings.takenWithin().toNanoseconds();
    thread.setDaemon(true);
  }

  @Override
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stopping.await(LOOKS_EVERY.toNanos(), TimeUnit.NANOSECONDS)) {
        look(System.nanoTime());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(long nanos) {
    Map<EndPoint, Progress> now = new HashMap<>();
    // Asked once: the first that goes makes room, and the others are idle all the same.
    boolean needed = connector.isShutdown() || !connector.isAccepting();
    for (EndPoint client : connector.getConnectedEndPoints()) {
      Optional.ofNullable(client.getConnection())
          .map(SlowClients::counts)
          .map(counts -> progress(client, counts, nanos))
          .ifPresent(
              progress -> {
                now.put(client, progress);
                boolean idle = progress.isStill(STILL_NANOS, nanos) && client.isFillInterested();
                if (progress.isTooSlow(headNanos, takenNanos, nanos) || needed && idle) {
                  client.close();
                }
              });
    }
    seen = now;
  }

  private Progress progress(EndPoint client, Progress.Counts counts, long nanos) {
    Progress before = seen.get(client);
    return before == null ? Progress.of(counts, nanos) : before.next(counts, nanos);
  }

  private static Progress.Counts counts(Connection connection) {
    return new Progress.Counts(
        connection.getMessagesIn(),
        connection.getMessagesOut(),
        connection.getBytesIn(),
        connection.getBytesOut());
  }

  @Override
  public void stop() throws InterruptedException {
    stopping.countDown();
    thread.join(STOP_WAIT.toMillis());
  }
}
