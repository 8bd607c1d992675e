package booking.worker.simulation;

import booking.schemas.BookingEvent;
import booking.schemas.BookingNotification;
import booking.schemas.RefundRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Some worlds side by side in one worker, because starting a worker costs more than a world. They
 * take turns, share the clock, the ticks and the restarts, and nothing else; a seed finds the same
 * clock whether it runs with its neighbours or alone.
 */
final class Simulation {

  /** Seeds that share a worker, and the draw of its clock and restarts. */
  static final int NEIGHBOURS = 500;

  /** Records that each world has the worker read, besides those under way at the end. */
  static final int OPERATIONS = 200;

  private static final int RESTARTS = 3;

  /** Between two ticks; long enough for a slot to end and to be forgotten meanwhile. */
  private static final Duration SILENCE_MAX = Duration.ofHours(30);

  private static final Instant START = World.DAY.atStartOfDay().toInstant(ZoneOffset.UTC);

  private final Map<Long, World> owners = new HashMap<>();
  private final List<World> worlds;
  private final Random random;
  private final DrivenWorker worker;
  private Instant clock = START;

  private Simulation(List<Long> seeds, Fault fault, Judges.Panel panel) {
    worlds = seeds.stream().map(seed -> new World(seed, new Judges(panel))).toList();
    random = new Random(seeds.get(0) / NEIGHBOURS);
    worker = new DrivenWorker(START, fault);
  }

  /**
   * Runs worlds from this seed on, as many workers at once as there are processors.
   *
   * @param fault made anew for each worker, since it may remember what it saw
   * @return how often what was seen
   * @throws AssertionError that tells the seed, if a worker did wrong; of the first that did, in
   *     the order of their seeds
   */
  static Map<String, Long> run(
      long firstSeed, int seeds, Supplier<Fault> fault, Judges.Panel panel) {
    List<Callable<Map<String, Long>>> all =
        LongStream.range(firstSeed, firstSeed + seeds)
            .boxed()
            .collect(
                Collectors.groupingBy(seed -> seed / NEIGHBOURS, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .<Callable<Map<String, Long>>>map(
                neighbours -> () -> new Simulation(neighbours, fault.get(), panel).run())
            .toList();
    Map<String, Long> census = new TreeMap<>();
    AtOnce.all(all).forEach(part -> part.forEach((what, times) -> add(census, what, times)));
    return census;
  }

  private static void add(Map<String, Long> census, String what, long times) {
    census.merge(what, times, Long::sum);
  }

  private Map<String, Long> run() {
    try (worker) {
      Set<Integer> restarts =
          random.ints(RESTARTS, 1, OPERATIONS).boxed().collect(Collectors.toSet());
      for (int round = 0; round < OPERATIONS; round++) {
        pass(step());
        if (restarts.contains(round)) {
          compare();
          worker.restart();
        }
        for (World world : worlds) {
          world.deliverOne(worker, clock);
          world.slots().forEach(slot -> owners.put(slot, world));
        }
      }
      end();
    }
    Map<String, Long> census = new TreeMap<>();
    worlds.forEach(world -> world.census().forEach((what, times) -> add(census, what, times)));
    return census;
  }

  /** How long until the next round: mostly minutes, often to where rules change. */
  private Duration step() {
    int draw = random.nextInt(100);
    if (draw < 75) {
      return Duration.ofMinutes(random.nextInt(6));
    } else if (draw < 85) {
      return House.HOLD;
    } else if (draw < 95) {
      return Duration.ofMinutes(60 - clock.atZone(ZoneOffset.UTC).getMinute());
    }
    return Duration.ofHours(1 + random.nextInt(8));
  }

  /**
   * Time goes by; the tick that shows it comes later every other time, unless it was a long time.
   */
  private void pass(Duration time) {
    clock = clock.plus(time);
    boolean overdue = clock.isAfter(worker.clock().plus(SILENCE_MAX));
    if (overdue || clock.isAfter(worker.clock()) && random.nextBoolean()) {
      tick();
    }
  }

  private void tick() {
    Map<World, List<Emitted>> byWorld =
        worker.tick(clock).stream().collect(Collectors.groupingBy(this::owner));
    worlds.forEach(world -> world.tick(clock, byWorld.getOrDefault(world, List.of())));
  }

  private World owner(Emitted emitted) {
    Object value = emitted.value();
    long slot = 0;
    if (value instanceof BookingEvent event) {
      slot = event.getTimeslotId();
    } else if (value instanceof BookingNotification notification) {
      slot = notification.getTimeslotId();
    } else if (value instanceof RefundRequested refund) {
      slot = refund.getBookingId() / 100_000;
    }
    World owner = owners.get(slot);
    if (owner == null) {
      throw new AssertionError("a tick made what belongs to nobody: " + emitted);
    }
    return owner;
  }

  /** Everything is read, every slot ends and is forgotten. */
  private void end() {
    worlds.forEach(world -> world.deliverAll(worker));
    Instant last = clock.plus(Duration.ofDays(8));
    while (clock.isBefore(last)) {
      clock = clock.plus(SILENCE_MAX);
      tick();
    }
    compare();
    StoreAudit.requireNothingLeft(worker.changelog());
  }

  private void compare() {
    StoreAudit stores = new StoreAudit(worker.changelog());
    worlds.forEach(world -> world.compare(stores, worker.clock()));
  }
}
