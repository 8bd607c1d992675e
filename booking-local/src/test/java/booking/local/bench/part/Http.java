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
      Figure spread = spread(gateways, turns);
      List<Figure> figures = new ArrayList<>(List.of(spread, hot(gateways, turns)));
      // After the rush: the compilers still work when it begins, and a quiet hour would hear them.
      figures.addAll(new Latency(gateways, turns).measure(spread.ours().median() / 2));
      return figures;
    }
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

  private static Figure spread(TwoGateways gateways, Turns turns) throws Exception {
    return turns.compare(
        SPREAD, round -> spread(gateways.ours()), round -> spread(gateways.plain()));
  }

  private static long spread(Door door) throws Exception {
    return door.clients().perSecond(door.calls().spread(CALLS));
  }

  private static Figure hot(TwoGateways gateways, Turns turns) throws Exception {
    return turns.compare(
        HOT,
        round -> hot(gateways.ours(), gateways, round),
        round -> hot(gateways.plain(), gateways, round));
  }

  private static long hot(Door door, TwoGateways gateways, int round) throws Exception {
    return door.clients().perSecond(door.calls().hot(gateways.hotSlot(round)));
  }
}
