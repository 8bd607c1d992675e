package booking.worker;

import booking.worker.stream.InternalTopics;
import booking.worker.stream.Tally;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The tally as metrics: one counter for each kind of thing, with its word as a label. */
final class Counts implements Tally {

  private final Counter requests;
  private final Counter events;
  private final Counter deadLetters;
  private final Counter faults;

  /**
   * @param exported where the counters are read
   */
  Counts(PrometheusRegistry exported) {
    requests =
        Counter.builder()
            .name("booking_requests")
            .help("Requests answered: accepted, repeated, or refused with this code")
            .labelNames("answer")
            .register(exported);
    events =
        Counter.builder()
            .name("booking_events")
            .help("Facts of slots and of the catalogue; a refund that failed is RefundFailed")
            .labelNames("fact")
            .register(exported);
    deadLetters =
        Counter.builder()
            .name("booking_dead_letters")
            .help("Records that could not be used, by the topic where they lay")
            .labelNames("topic")
            .register(exported);
    faults =
        Counter.builder()
            .name("booking_faults")
            .help("Faults of this program, each kept to the record or slot that showed it")
            .register(exported);
    // An alarm sees a counter grow, but not that it appears: what alarms, begins with 0.
    events.initLabelValues("RefundFailed");
    InternalTopics.all(1, (short) 1).forEach(topic -> deadLetters.initLabelValues(topic.name()));
  }

  @Override
  public void answered(String word) {
    requests.labelValues(word).inc();
  }

  @Override
  public void deadLetter(String topic) {
    deadLetters.labelValues(topic).inc();
  }

  @Override
  public void fault() {
    faults.inc();
  }

  @Override
  public void event(String kind) {
    events.labelValues(kind).inc();
  }
}
