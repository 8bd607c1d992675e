package booking.worker.readmodel;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The times when something outside is missing: how long to leave it alone before the next try, and
 * one line in the log when it begins and one when it ends, however many tries lie between.
 */
final class Outage {

  private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final ReadModelMonitor monitor;
  private int tries;

  Outage(ReadModelMonitor monitor) {
    this.monitor = monitor;
  }

  /** A try failed: returns how long to wait before the next one. */
  Duration failed(RuntimeException trouble) {
    String reason = Reason.of(trouble);
    monitor.waiting(reason);
    if (tries == 0) {
      LOG.warn("read_model=waiting reason=\"{}\"", reason);
    }
    Duration patience = SHORTEST.multipliedBy(1L << Math.min(tries, 5));
    tries++;
    return patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
  }

  /** It works again, or still. */
  void over() {
    if (tries > 0) {
      LOG.info("read_model=goes_on tries={}", tries);
      tries = 0;
    }
  }

  boolean lasts() {
    return tries > 0;
  }
}
