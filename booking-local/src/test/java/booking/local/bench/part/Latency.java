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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long a customer waits for the 201, at a quiet hour and at half of the most that goes. */
public final class Latency implements Part {

  private static final int QUIET = 200;
  private static final int SECONDS = 5;
  private static final int FLOOD = 6_000;
  private static final String BASELINE =
      "the same Dropwizard, its thread doing the transaction itself";

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public List<Figure> measure(Path folder, Turns turns) throws Exception {
    try (TwoGateways gateways = TwoGateways.in(folder, 0)) {
      List<Figure> figures = new ArrayList<>(quiet(gateways, turns));
      long half = mostOf(gateways.ours()) / 2;
      turns.said().accept("half of the maximum is " + half + "/s");
      figures.addAll(
          percentiles(
              gateways,
              turns,
              half,
              List.of(
                  subject("latency half, p50", "half of our maximum"),
                  subject("latency half, p99", "half of our maximum"))));
      return figures;
    }
  }

  private static List<Figure> quiet(TwoGateways gateways, Turns turns) throws Exception {
    return percentiles(
        gateways,
        turns,
        QUIET,
        List.of(
            subject("latency 200/s, p50", "200 a second").toReach(Goal.atMost(150_000, 25_000)),
            subject("latency 200/s, p99", "200 a second").toReach(Goal.atMost(150_000, 60_000))));
  }

  private static Subject subject(String name, String pace) {
    return Subject.of(name, Unit.MICROS, "POST until 201 at " + pace, BASELINE);
  }

  /** The median and the 99th percentile, of the same calls. */
  private static List<Figure> percentiles(
      TwoGateways gateways, Turns turns, long perSecond, List<Subject> subjects) throws Exception {
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

  private static void keep(List<Long> p99, int round, Latencies latencies) {
    if (round > 0) {
      p99.add(latencies.percentile(99));
    }
  }

  private static Latencies latencies(Door door, long perSecond) throws Exception {
    return door.clients().latencies(door.calls().spread((int) (perSecond * SECONDS)), perSecond);
  }

  private static long mostOf(Door door) throws Exception {
    door.clients().perSecond(door.calls().spread(FLOOD));
    return door.clients().perSecond(door.calls().spread(FLOOD));
  }
}
