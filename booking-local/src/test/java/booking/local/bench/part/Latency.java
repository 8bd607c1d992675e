package booking.local.bench.part;

import booking.local.bench.client.Latencies;
import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Series;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.TwoGateways;
import booking.local.bench.stage.TwoGateways.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a customer waits for the 201, at a quiet hour and at half of the most that goes.
 *
 * @param gateways that are warm
 */
record Latency(TwoGateways gateways, Turns turns) {

  private static final int QUIET = 200;
  private static final int SECONDS = 3;
  private static final String BASELINE =
      "the same Dropwizard, its thread doing the transaction itself";

  /**
   * @param half of the most calls a second that ours answers
   */
  List<Figure> measure(long half) throws Exception {
    List<Figure> figures = new ArrayList<>(quiet());
    turns.said().accept("half of the maximum is " + half + "/s");
    figures.addAll(
        percentiles(
            half,
            List.of(
                subject("latency half, p50", "half of our maximum"),
                subject("latency half, p99", "half of our maximum"))));
    return figures;
  }

  private List<Figure> quiet() throws Exception {
    return percentiles(
        QUIET,
        List.of(
            subject("latency 200/s, p50", "200 a second").toReach(Goal.atMost(150_000, 25_000)),
            subject("latency 200/s, p99", "200 a second").toReach(Goal.atMost(150_000, 60_000))));
  }

  private static Subject subject(String name, String pace) {
    return Subject.of(name, Unit.MICROS, "POST until 201 at " + pace, BASELINE);
  }

  /** The median and the 99th percentile, of the same calls. */
  private List<Figure> percentiles(long perSecond, List<Subject> subjects) throws Exception {
    List<Long> oursP99 = new ArrayList<>();
    List<Long> plainP99 = new ArrayList<>();
    Figure median =
        turns.compare(
            subjects.get(0),
            round -> {
              Latencies latencies = latencies(gateways.ours(), perSecond);
              keep(oursP99, round, latencies);
              return latencies.percentile(50);
            },
            round -> {
              Latencies latencies = latencies(gateways.plain(), perSecond);
              keep(plainP99, round, latencies);
              return latencies.percentile(50);
            });
    return List.of(
        median,
        new Figure(subjects.get(1), new Series(oursP99), Optional.of(new Series(plainP99))));
  }

  private void keep(List<Long> p99, int round, Latencies latencies) {
    if (turns.counts(round)) {
      p99.add(latencies.percentile(99));
    }
  }

  private static Latencies latencies(Door door, long perSecond) throws Exception {
    return door.clients().latencies(door.calls().spread((int) (perSecond * SECONDS)), perSecond);
  }
}
