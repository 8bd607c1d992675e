package booking.worker.stream;

import java.util.OptionalDouble;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What the running topology says of itself.
 *
 * @param state Kafka Streams' own word
 * @param tasks that this worker decides for
 * @param lag records that wait on the partition that waits most
 */
public record DecidingStatus(String state, int tasks, long lag) {

  static DecidingStatus of(KafkaStreams streams) {
    int tasks =
        streams.metadataForLocalThreads().stream()
            .mapToInt(thread -> thread.activeTasks().size())
            .sum();
    OptionalDouble lag =
        streams.metrics().values().stream()
            .filter(metric -> metric.metricName().name().equals("records-lag-max"))
            .filter(metric -> !metric.metricName().tags().get("client-id").contains("restore"))
            .mapToDouble(DecidingStatus::value)
            .filter(Double::isFinite)
            .max();
    return new DecidingStatus(streams.state().name(), tasks, (long) lag.orElse(0));
  }

  /** Whether decisions are made here. */
  public boolean deciding() {
    return state.equals(KafkaStreams.State.RUNNING.name()) && tasks > 0;
  }

  private static double value(Metric metric) {
    return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
