package booking.local.faults.money;

import booking.local.Answer;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** C11: a cancellation races a payment, and a payment races the end of its hold and a rival. */
final class Races {

  private static final int AT_ONCE = 25;
  // One for each slot: nobody may hold many seats at once.
  private static final long USER = 11_000_000;
  private static final long RIVAL = 12_000_000;

  /** One race: its booking, its chance, and the two who run. */
  private record Race(Scene scene, Till till, long slot, long seed) {

    Random random() {
      return new Random(seed);
    }

    Guest owner() {
      return Guest.user(scene.cluster(), USER + slot);
    }

    /** The customer cancels while the money is on its way. */
    String cancelled() {
      long booking = Till.seat(owner(), slot).number("id");
      CompletableFuture<Void> paid =
          CompletableFuture.runAsync(
              () -> till.take("race-" + booking, booking), after(random().nextInt(40)));
      Answer told = owner().cancel(booking);
      paid.join();
      return "cancel " + told.status();
    }

    /** The money comes when the hold ends, and so does somebody else. */
    String expired() {
      Answer held = Till.seat(owner(), slot);
      long booking = held.number("id");
      Instant end = Instant.parse(held.text("holdExpiresAt"));
      long wait = Duration.between(Clock.systemUTC().instant(), end).toMillis();
      Random random = random();
      CompletableFuture<Void> paid =
          CompletableFuture.runAsync(
              () -> till.take("race-" + booking, booking),
              after(wait + random.nextInt(1500) - 500));
      CompletableFuture<Answer> rival =
          CompletableFuture.supplyAsync(
              () -> Guest.user(scene.cluster(), RIVAL + slot).book(slot),
              after(wait + random.nextInt(1500) - 500));
      paid.join();
      return "rival " + rival.join().status();
    }

    private static Executor after(long millis) {
      return CompletableFuture.delayedExecutor(Math.max(0, millis), TimeUnit.MILLISECONDS, THREADS);
    }
  }

  // Most of them only wait.
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          run -> {
            Thread thread = new Thread(run, "race");
            thread.setDaemon(true);
            return thread;
          });

  private Races() {}

  static Strike strike(Scene scene) {
    List<Long> slots = Guest.premises(scene.cluster()).slots(2 * AT_ONCE, 1);
    long seed = scene.random().nextLong();
    try (Till till = new Till(scene.cluster())) {
      List<CompletableFuture<String>> races =
          IntStream.range(0, slots.size())
              .mapToObj(i -> new Race(scene, till, slots.get(i), seed + i))
              .map(
                  race ->
                      CompletableFuture.supplyAsync(
                          slots.indexOf(race.slot()) < AT_ONCE ? race::cancelled : race::expired,
                          THREADS))
              .toList();
      Map<String, Integer> census = new TreeMap<>();
      races.forEach(race -> census.merge(race.join(), 1, Integer::sum));
      Set<String> lost = till.lost();
      till.returned().values().stream()
          .flatMap(List::stream)
          .forEach(refund -> census.merge("back " + refund.getReason(), 1, Integer::sum));
      census.put("kept", till.kept().size());
      return Strike.plain()
          .with("races %d: %s".formatted(slots.size(), census))
          .mustHold(lost.isEmpty(), "neither kept nor sent back whole: " + lost);
    }
  }
}
