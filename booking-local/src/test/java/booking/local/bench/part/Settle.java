package booking.local.bench.part;

import booking.local.bench.baseline.PlainCrew;
import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.Backlog;
import booking.local.bench.stage.Houses;
import booking.local.bench.stage.SharedHouse;
import booking.local.bench.stage.Stage;
import booking.local.bench.stage.Tables;
import booking.schemas.Topics;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How fast requests that wait in Kafka become rows in Postgres, beside an application that makes
 * the rows itself, a transaction a request; spread over many slots, and all for one.
 */
public final class Settle implements Part {

  private static final int REQUESTS = 20_000;
  private static final int HOT_REQUESTS = 6_000;

  // The baseline takes several times as long for each: once it is warm, a rate needs fewer of them.
  private static final int PLAIN_SHARE = 3;

  /** Rounds until what makes the rows without Kafka is compiled, too. */
  public static final int WARM_UPS = 2;

  private static final Subject SPREAD =
      Subject.of(
              "settle",
              Unit.PER_SECOND,
              "booking requests that wait in Kafka, until every row is in Postgres",
              "Jdbi and a pool, 16 threads, one transaction a request")
          .toReach(Goal.ratio(150, 400));

  private static final Subject HOT =
      Subject.of(
              "hot",
              Unit.PER_SECOND,
              "the same, all for one slot of 10,000 seats",
              "the same, all for one slot")
          .toReach(Goal.ratio(600, 2000));

  @Override
  public String name() {
    return "settle";
  }

  @Override
  public List<Figure> measure(Houses houses, Turns given) throws Exception {
    Turns turns = given.after(WARM_UPS);
    SharedHouse house = houses.shared();
    Stage stage = house.withoutGateway();
    try (Tables tables = Tables.of(stage);
        PlainCrew plain = PlainCrew.of(stage)) {
      Random random = new Random(7);
      Stream<Long> spread = Stream.generate(() -> 1L + random.nextInt(SharedHouse.SLOTS));
      List<Long> slots = spread.limit((long) REQUESTS * turns.all()).toList();
      Scene scene = new Scene(stage, tables, plain, turns);
      Figure settled =
          compare(scene, SPREAD, round -> slots.subList(round * REQUESTS, (round + 1) * REQUESTS));
      Figure hot =
          compare(
              scene,
              HOT,
              round ->
                  Collections.nCopies(
                      HOT_REQUESTS, house.hotSlot(SharedHouse.Rush.FROM_A_BACKLOG, round)));
      return List.of(settled, hot);
    }
  }

  /** All that takes part. */
  private record Scene(Stage stage, Tables tables, PlainCrew plain, Turns turns) {}

  /** The slots that are wanted in a round, by both. */
  private interface Wanted {
    List<Long> in(int round);
  }

  private static Figure compare(Scene scene, Subject subject, Wanted wanted) throws Exception {
    return scene
        .turns()
        .compare(
            subject,
            round -> settled(scene, wanted.in(round)),
            round -> scene.plain().perSecond(ofBaseline(scene.turns(), round, wanted.in(round))));
  }

  private static List<Long> ofBaseline(Turns turns, int round, List<Long> slots) {
    return turns.counts(round) ? slots.subList(0, slots.size() / PLAIN_SHARE) : slots;
  }

  private static long settled(Scene scene, List<Long> slots) throws Exception {
    Stage stage = scene.stage();
    String topic = Topics.BOOKING_REQUESTS.name();
    long before = scene.tables().count("SELECT count(*) FROM bookings");
    Backlog backlog = new Backlog(stage, Decide.GROUP, topic);
    var requests = stage.crowd().wanting(slots, topic);
    long decided = backlog.nanos(requests);
    long from = System.nanoTime();
    scene.tables().awaitFollowed();
    long nanos = decided + System.nanoTime() - from;
    long rows = scene.tables().count("SELECT count(*) FROM bookings") - before;
    if (rows != slots.size()) {
      throw new IllegalStateException(rows + " rows of " + slots.size() + " bookings");
    }
    return Math.round(slots.size() * 1e9 / nanos);
  }
}
