package booking.worker.simulation;

import booking.schemas.GeneratedTimeslots;
import booking.schemas.RequestResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * One seed: its customers, what they have under way, and the judges of all that the worker does
 * with it. Worlds share a worker but no room, slot, payment or request, so each runs as if it were
 * alone.
 */
final class World {

  static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  /** The id of a refund that nobody asked for. */
  static final String FORGED = "forged";

  /** A slot that is never made. */
  static final long NO_SLOT = 9_000_000;

  private static final int REMEMBERED_LINES = 36;
  private static final int READ_TWICE_PERCENT = 10;
  private static final Pattern NUMBERS_AND_IDS = Pattern.compile(" ?\\S*\\d\\S*");

  private final long seed;
  private final Random random;
  private final Customers customers;
  private final Judges judges;
  private final Map<String, Deque<Appended>> underWay = new TreeMap<>();
  private final Map<String, Instant> lastAppend = new HashMap<>();
  private final Deque<String> lately = new ArrayDeque<>();
  private final Set<Long> slots = new TreeSet<>();
  private final Map<String, Long> census = new TreeMap<>();
  private int steps;

  /** A message in its topic, not yet read. */
  private record Appended(Message message, Instant at) {}

  World(long seed, Judges judges) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.customers = new Customers("w" + seed, random);
    this.judges = judges;
  }

  /** The ids of its slots. */
  Set<Long> slots() {
    return slots;
  }

  /** Has the worker read one record: the oldest of some topic, often the one just written. */
  void deliverOne(DrivenWorker worker, Instant clock) {
    while (true) {
      List<Deque<Appended>> waiting =
          underWay.values().stream().filter(topic -> !topic.isEmpty()).toList();
      if (!waiting.isEmpty() && random.nextInt(100) < 30) {
        deliver(worker, waiting.get(random.nextInt(waiting.size())).remove());
        return;
      }
      Deque<Appended> topic = append(customers.next(), clock);
      if (slots.isEmpty() || random.nextInt(100) < 75) {
        deliver(worker, topic.remove());
        return;
      }
    }
  }

  /** Has the worker read all that is still under way. */
  void deliverAll(DrivenWorker worker) {
    underWay.values().forEach(topic -> topic.forEach(message -> deliver(worker, message)));
    underWay.clear();
  }

  /** A topic's records carry times that never go back; those of two topics may cross. */
  private Deque<Appended> append(Message message, Instant clock) {
    int draw = random.nextInt(10);
    Instant wanted = clock.plusMillis(draw < 6 ? 0 : draw < 8 ? 1 : -1);
    Instant at =
        lastAppend.merge(message.topic(), wanted, (last, next) -> next.isAfter(last) ? next : last);
    Deque<Appended> topic = underWay.computeIfAbsent(message.topic(), name -> new ArrayDeque<>());
    topic.add(new Appended(message, at));
    return topic;
  }

  private void deliver(DrivenWorker worker, Appended next) {
    String place = worker.nextPlace(next.message().topic());
    List<Emitted> emitted = worker.deliver(next.message(), next.at());
    judge(Step.read(new Step.Cause(next.message(), place), next.at(), emitted));
    if (random.nextInt(100) < READ_TWICE_PERCENT) {
      readTwice(worker, emitted);
    }
  }

  /** What travels between the worker's parts changes nothing when it is read a second time. */
  private void readTwice(DrivenWorker worker, List<Emitted> atFirst) {
    List<Emitted> again = worker.readInnerRecordsAgain();
    // A dead letter is written for each record that was read, so its refund is asked for again.
    boolean dead = atFirst.stream().anyMatch(it -> it.value() instanceof Emitted.DeadLetter);
    lately.add("    read again " + again);
    guarded(() -> Audit.require(dead || again.isEmpty(), "read twice", again));
  }

  /** Time went by. */
  void tick(Instant now, List<Emitted> emitted) {
    judge(Step.tick(now, emitted));
  }

  private void judge(Step step) {
    steps++;
    remember(step);
    step.all(RequestResult.class).stream()
        .map(RequestResult::getGenerated)
        .filter(Objects::nonNull)
        .forEach(this::own);
    guarded(() -> judges.read(step));
    customers.read(step);
    step.words().forEach(words -> census.merge(kind(words), 1L, Long::sum));
  }

  private void remember(Step step) {
    String cause = step.cause().map(read -> read.message().toString()).orElse("tick");
    lately.add(step.now() + " " + cause);
    step.words().forEach(words -> lately.add("    " + words));
    while (lately.size() > REMEMBERED_LINES) {
      lately.remove();
    }
  }

  /** The words without what differs from one case to the next. */
  private static String kind(String words) {
    return NUMBERS_AND_IDS.matcher(words).replaceAll("").strip();
  }

  private void own(GeneratedTimeslots made) {
    LongStream.range(0, made.getCount()).forEach(i -> slots.add(made.getFirstTimeslotId() + i));
  }

  /** How often what was seen. */
  Map<String, Long> census() {
    return census;
  }

  /** Compares what its events tell with what the worker has stored. */
  void compare(StoreAudit stores, Instant lastTick) {
    guarded(() -> judges.compare(stores, lastTick));
  }

  /** Adds to a verdict where it was found, and how to find it again. */
  private void guarded(Runnable verdict) {
    try {
      verdict.run();
    } catch (AssertionError error) {
      String report =
          """
          seed=%d step=%d %s
          replay: ./mvnw -Psimulate -Dseeds=1 -DfirstSeed=%d verify
          lately:
          %s"""
              .formatted(seed, steps, error.getMessage(), seed, String.join("\n", lately));
      throw new AssertionError(report, error);
    }
  }
}
