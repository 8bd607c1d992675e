package booking.gateway;

import com.codahale.metrics.health.HealthCheck;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The first step of a stop: the gateway calls itself not ready, and for a while goes on as before,
 * so that whoever sends it requests hears of it before it takes none.
 */
final class Stopping extends HealthCheck implements LifeCycle.Listener {

  private final Duration noticeTime;
  private volatile boolean stopping;

  /**
   * @param noticeTime from the first sign of the stop until no connection is taken
   */
  Stopping(Duration noticeTime) {
    this.noticeTime = noticeTime;
  }

  @Override
  public void lifeCycleStopping(LifeCycle server) {
    stopping = true;
    CountDownLatch never = new CountDownLatch(1);
    try {
      never.await(noticeTime.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected Result check() {
    return stopping ? Result.unhealthy("the gateway is stopping") : Result.healthy();
  }
}
