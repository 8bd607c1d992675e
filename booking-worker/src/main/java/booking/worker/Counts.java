package booking.worker;

import booking.worker.stream.Tally;
import com.codahale.metrics.MetricRegistry;

/** The tally as metrics, one counter for each word. */
final class Counts implements Tally {

  private final MetricRegistry metrics;

  Counts(MetricRegistry metrics) {
    this.metrics = metrics;
  }

  @Override
  public void answered(String word) {
    metrics.counter(MetricRegistry.name("requests", word)).inc();
  }

  @Override
  public void deadLetter(String topic) {
    metrics.counter(MetricRegistry.name("dead_letters", topic)).inc();
  }

  @Override
  public void event(String kind) {
    metrics.counter(MetricRegistry.name("events", kind)).inc();
  }
}
