package booking.local.faults.client;

import booking.local.Answer;
import booking.local.Http;
import booking.local.faults.cluster.Cluster;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Many people who all want a seat of one slot at the same moment, each on a connection of their
 * own. Who is told to come back does so, with the same key, until there is a yes or a no.
 */
final class Crowd {

  private static final int TRIES_MAX = 60;

  private final Cluster cluster;
  private final long slot;
  private final long firstUser;
  private final long[] latencies;
  private final AtomicInteger answered = new AtomicInteger();
  private final Map<String, Long> answers = new TreeMap<>();
  private final Map<String, Long> onTheWay = new TreeMap<>();

  /**
   * @param firstUser of as many as there are people, one after the other
   */
  Crowd(Cluster cluster, long slot, long firstUser, int people) {
    this.cluster = cluster;
    this.slot = slot;
    this.firstUser = firstUser;
    this.latencies = new long[people];
  }

  /**
   * What the crowd was told.
   *
   * @param answers final ones, by status and code
   * @param onTheWay what came before them: refused connections, 429, 503 and others
   * @param drained until the last had an answer
   */
  record Told(
      Map<String, Long> answers,
      Map<String, Long> onTheWay,
      Duration p50,
      Duration p99,
      Duration drained) {

    long of(String answer) {
      return answers.getOrDefault(answer, 0L);
    }

    /** Answers that say that the server failed, whether or not it went well in the end. */
    long serverErrors() {
      return onTheWay.entrySet().stream()
          .filter(seen -> seen.getKey().startsWith("5"))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** All of them at once. */
  CompletableFuture<Told> rush() {
    // Signed before, so that they really come together.
    List<Http> people = IntStream.range(0, latencies.length).mapToObj(this::person).toList();
    long from = System.nanoTime();
    CompletableFuture<?>[] all =
        IntStream.range(0, people.size())
            .mapToObj(i -> ask(people.get(i), i, from, 1))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(all).thenApply(done -> told(System.nanoTime() - from));
  }

  /** How many have their answer by now. */
  int answered() {
    return answered.get();
  }

  private Http person(int i) {
    List<Http> gateways = cluster.clients();
    return gateways
        .get(i % gateways.size())
        .with("Authorization", cluster.bearer(firstUser + i, false))
        .with("Idempotency-Key", "crowd-" + slot + "-" + i);
  }

  private CompletableFuture<Answer> ask(Http person, int i, long from, int turn) {
    return person
        .sending("POST", "/bookings", "{\"timeslotId\":" + slot + "}")
        .handle((answer, broken) -> heard(Optional.ofNullable(answer), broken, turn))
        .thenCompose(
            heard -> {
              if (heard.isPresent() && Guest.isFinal(heard.get())) {
                latencies[i] = System.nanoTime() - from;
                answered.incrementAndGet();
                return CompletableFuture.completedFuture(heard.get());
              }
              return CompletableFuture.supplyAsync(
                      () -> ask(person, i, from, turn + 1), later(heard, i * 31L + turn))
                  .thenCompose(again -> again);
            });
  }

  private Optional<Answer> heard(Optional<Answer> answer, Throwable broken, int turn) {
    boolean last = answer.filter(Guest::isFinal).isPresent();
    if (turn > TRIES_MAX) {
      throw new AssertionError("Nobody was answered in " + turn + " turns: " + answer, broken);
    }
    String word =
        answer.map(Crowd::word).orElseGet(() -> Crowd.cause(broken).getClass().getSimpleName());
    synchronized (answers) {
      (last ? answers : onTheWay).merge(word, 1L, Long::sum);
    }
    return answer;
  }

  private static Throwable cause(Throwable broken) {
    return Optional.ofNullable(broken.getCause()).orElse(broken);
  }

  private static String word(Answer answer) {
    return answer.status() < 400
        ? "" + answer.status()
        : answer.status() + " " + answer.text("code");
  }

  /** When the answer says to come again, and a moment of one's own later. */
  private static Executor later(Optional<Answer> answer, long seed) {
    long seconds =
        answer
            .flatMap(told -> told.headers().firstValue("Retry-After"))
            .map(Long::valueOf)
            .orElse(1L);
    long millis = seconds * 1000 + new Random(seed).nextInt(1000);
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
  }

  private Told told(long drained) {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    synchronized (answers) {
      return new Told(
          Map.copyOf(answers),
          new TreeMap<>(onTheWay),
          Duration.ofNanos(sorted[sorted.length / 2]),
          Duration.ofNanos(sorted[(int) (sorted.length * 0.99)]),
          Duration.ofNanos(drained));
    }
  }
}
