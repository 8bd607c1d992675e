package booking.local.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;

/** Waiting for what must come true: a fault that does not see it has found something. */
public final class Soon {

  // Far more than anything takes while nothing is down.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Soon() {}

  /** Whether it comes true within a minute. */
  public static boolean isTrue(BooleanSupplier condition) {
    try {
      // A poll that is interrupted would take the Kafka client down with it.
      await()
          .atMost(PATIENCE)
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(100))
          .until(condition::getAsBoolean);
      return true;
    } catch (ConditionTimeoutException never) {
      return false;
    }
  }
}
