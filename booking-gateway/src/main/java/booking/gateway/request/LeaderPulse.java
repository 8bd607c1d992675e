package booking.gateway.request;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Whether the leader of a partition answers the consumer that follows it. Looked at by the
 * consumer's thread, asked by any.
 *
 * <p>A poll tells nothing of it: it returns in time whether or not anyone has answered.
 */
final class LeaderPulse {

  private static final String ANSWERS = "fetch-total";

  private final Duration silence;
  private volatile long answeredAt;
  private double answers;

  /**
   * @param silence after which the leader counts as away; it answers every half second, even when
   *     there is nothing to tell
   */
  LeaderPulse(Duration silence) {
    this.silence = silence;
  }

  /** From now on this consumer is looked at, which is new and counts from the beginning. */
  void follow(Consumer<?, ?> consumer) {
    answers = answers(consumer);
  }

  /** The leader has answered something else than a fetch. */
  void beat() {
    answeredAt = System.nanoTime();
  }

  void look(Consumer<?, ?> consumer) {
    double now = answers(consumer);
    if (now > answers) {
      answers = now;
      beat();
    }
  }

  boolean isBeating() {
    return System.nanoTime() - answeredAt < silence.toNanos();
  }

  private static double answers(Consumer<?, ?> consumer) {
    return consumer.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals(ANSWERS))
        .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
        .sum();
  }
}
