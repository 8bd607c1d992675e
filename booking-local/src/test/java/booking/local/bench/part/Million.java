package booking.local.bench.part;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turn;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.Backlog;
import booking.local.bench.stage.Crowd;
import booking.local.bench.stage.Houses;
import booking.local.bench.stage.Stage;
import booking.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * What a million open slots cost: deciding beside a house of ten thousand, starting again after a
 * kill, and making the read model anew. In one part, since the million is made once.
 */
public final class Million implements Part {

  // Fewer for those who only want to see it run.
  private static final int MANY = Integer.getInteger("slots", 1_000_000);
  private static final int FEW = 10_000;
  private static final int REQUESTS = 50_000;

  // As many events again as slots, so that a rebuild reads what is made and what is booked alike.
  private static final int BOOKINGS = MANY;
  private static final int BOOKINGS_AT_ONCE = 100_000;
  private static final int SEATS = 100;

  // As for Decide; and the great house has long compiled how slots are made.
  private static final int WARM_UPS = 3;

  // With fewer, the bookings of all rounds would fill them, and refusals would be measured.
  private static final int LEAST = 100_000;

  private static final Subject SLOTS =
      Subject.of(
              "growth, slots",
              Unit.PER_SECOND,
              "decide with %,d open slots".formatted(MANY),
              "decide with 10,000")
          .toReach(Goal.ratio(70, 90));

  private static final Subject RESTART =
      Subject.of(
              "restart",
              Unit.MICROS,
              "kill -9 with %,d open slots, until all partitions decide".formatted(MANY),
              "")
          .toReach(Goal.atMost(20_000_000, 8_000_000));

  @Override
  public String name() {
    return "million";
  }

  @Override
  public List<Figure> measure(Houses houses, Turns turns) throws Exception {
    if (MANY < LEAST) {
      throw new IllegalArgumentException("-Dslots: at least " + LEAST);
    }
    Path folder = houses.apart();
    Turns warm = turns.after(WARM_UPS);
    List<Figure> figures = new ArrayList<>();
    try (Stage great = stage(folder.resolve("great"), MANY, turns)) {
      try (Stage small = stage(folder.resolve("small"), FEW, turns)) {
        figures.add(warm.compare(SLOTS, deciding(great, MANY), deciding(small, FEW)));
        figures.add(Seats.compare(small, FEW, turns));
      }
      figures.add(turns.alone(RESTART, restart(great)));
      book(great, Math.max(0, BOOKINGS - REQUESTS * warm.all()), turns);
      figures.add(Rebuilding.measure(great, turns));
    }
    return figures;
  }

  private static Stage stage(Path folder, int slots, Turns turns) throws Exception {
    Stage stage = Stage.in(folder, 0, Stage.LONG_HOLDS);
    stage.cluster().postgres().stop();
    long from = System.nanoTime();
    stage.catalogue().open(stage, slots, SEATS);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from);
    turns.said().accept("%,d slots made by plans in %d s".formatted(slots, seconds));
    return stage;
  }

  private static Turn deciding(Stage stage, int slots) {
    Crowd crowd = stage.crowd();
    String topic = Topics.BOOKING_REQUESTS.name();
    Backlog backlog = new Backlog(stage, Decide.GROUP, topic);
    return round -> backlog.perSecond(crowd.wanting(REQUESTS, slots, topic));
  }

  /** Bookings that nobody measures. */
  private static void book(Stage stage, int bookings, Turns turns) {
    turns.said().accept("%,d bookings more, for the rebuild".formatted(bookings));
    String topic = Topics.BOOKING_REQUESTS.name();
    Backlog backlog = new Backlog(stage, Decide.GROUP, topic);
    for (int left = bookings; left > 0; left -= BOOKINGS_AT_ONCE) {
      int now = Math.min(BOOKINGS_AT_ONCE, left);
      backlog.nanos(stage.crowd().wanting(now, MANY, topic));
    }
  }

  private static Turn restart(Stage stage) {
    Crowd crowd = stage.crowd();
    String topic = Topics.BOOKING_REQUESTS.name();
    // So many that each partition has some.
    List<Long> slots = LongStream.rangeClosed(1, 64).boxed().toList();
    return round -> {
      long from = System.nanoTime();
      stage.worker().kill();
      stage.stranger().writeAll(crowd.wanting(slots, topic));
      stage.worker().start();
      stage.groups().awaitRead(Decide.GROUP, stage.groups().ends(topic));
      return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - from);
    };
  }
}
