package booking.local.bench.part;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.Houses;
import booking.local.bench.stage.TwoGateways;
import booking.local.bench.stage.TwoGateways.Door;
import java.util.ArrayList;
import java.util.List;

/**
 * How many bookings a second are answered with 201 over 64 connections, and how long each waits.
 */
public final class Http implements Part {

  private static final int CALLS = 4_000;
  private static final int FEWER_CONNECTIONS = 24;

  private static final String BASELINE =
      "the same Dropwizard, its thread doing the transaction itself";

  private static final Subject SPREAD =
      Subject.of("http", Unit.PER_SECOND, "POST until 201, 64 connections, many slots", BASELINE)
          .toReach(Goal.ratio(50, 100));

  private static final Subject HOT =
      Subject.of("http, hot slot", Unit.PER_SECOND, "the same, all for one slot", BASELINE)
          .toReach(Goal.ratio(50, 500));

  @Override
  public String name() {
    return "http";
  }

  @Override
  public List<Figure> measure(Houses houses, Turns turns) throws Exception {
    try (TwoGateways gateways = TwoGateways.of(houses.shared())) {
      warmUp(gateways, turns);
      List<Figure> figures = new ArrayList<>(throughput(gateways, turns));
      long most = spread(figures).ours().median();
      // After the rush: the compilers still work when it begins, and a quiet hour would hear them.
      figures.addAll(new Latency(gateways, turns).measure(most / 2));
      return figures;
    }
  }

  private static Figure spread(List<Figure> figures) {
    return figures.stream().filter(it -> it.subject().equals(SPREAD)).findFirst().orElseThrow();
  }

  /**
   * Compilers of four JVMs work for a minute before a call costs what it costs in the long run, and
   * for many minutes if they have to share two cores with as many threads as there are connections.
   */
  private static void warmUp(TwoGateways gateways, Turns turns) throws Exception {
    long own = warmUp(gateways.ours());
    long other = warmUp(gateways.plain());
    turns.said().accept("both gateways warm up: %,d/s | %,d/s".formatted(own, other));
  }

  private static long warmUp(Door door) throws Exception {
    return door.clients().over(FEWER_CONNECTIONS).perSecond(door.calls().spread(CALLS));
  }

  private static List<Figure> throughput(TwoGateways gateways, Turns turns) throws Exception {
    return List.of(
        turns.compare(
            SPREAD,
            round -> gateways.ours().clients().perSecond(gateways.ours().calls().spread(CALLS)),
            round -> gateways.plain().clients().perSecond(gateways.plain().calls().spread(CALLS))),
        turns.compare(
            HOT,
            round ->
                gateways
                    .ours()
                    .clients()
                    .perSecond(gateways.ours().calls().hot(gateways.hotSlot(round))),
            round ->
                gateways
                    .plain()
                    .clients()
                    .perSecond(gateways.plain().calls().hot(gateways.hotSlot(round)))));
  }
}
