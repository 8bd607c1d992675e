package booking.worker.stream;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What the running topology says of itself.
 *
 * @param state Kafka Streams' own word
 * @param tasks that this worker decides for
 * @param lag records that wait on the partition that waits most
 * @param sinceCommit how long ago something was last committed, as far as anybody has looked
 * @param covered whether every partition is decided for by some worker; asked of Kafka only by a
 *     worker that has no tasks, and otherwise true
 */
public record DecidingStatus(
    String state, int tasks, long lag, Duration sinceCommit, boolean covered) {

  static DecidingStatus of(KafkaStreams streams, CommitAge commits, GroupCoverage coverage) {
    int tasks =
        streams.metadataForLocalThreads().stream()
            .mapToInt(thread -> thread.activeTasks().size())
            .sum();
    OptionalDouble lag = values(streams, "records-lag-max").filter(Double::isFinite).max();
    double committed = values(streams, "commit-total").sum();
    boolean running = streams.state() == KafkaStreams.State.RUNNING;
    return new DecidingStatus(
        streams.state().name(),
        tasks,
        (long) lag.orElse(0),
        commits.now(committed),
        !running || tasks > 0 || coverage.isComplete());
  }

  private static DoubleStream values(KafkaStreams streams, String metric) {
    return streams.metrics().values().stream()
        .filter(any -> any.metricName().name().equals(metric))
        .filter(any -> !any.metricName().tags().getOrDefault("client-id", "").contains("restore"))
        .mapToDouble(DecidingStatus::value);
  }

  /**
   * Whether decisions are made here, or by the others so that nothing is left to this one. Running
   * alone proves nothing: Kafka Streams may say so while no worker has any task.
   */
  public boolean deciding() {
    return state.equals(KafkaStreams.State.RUNNING.name()) && (tasks > 0 || covered);
  }

  private static double value(Metric metric) {
    return metric.metricValue() instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
