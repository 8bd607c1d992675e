package booking.local.faults.watch;

import booking.schemas.BookingEvent;
import booking.schemas.BookingRequest;
import booking.schemas.RequestResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The book of who asked and who was answered, kept from what lies in the topics. Times are those of
 * {@link System#nanoTime}. Safe to share between threads.
 */
final class Ledger {

  private static final String KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";

  private final Map<Integer, Queue> queues = new HashMap<>();
  private final Map<String, Integer> partitionOf = new HashMap<>();
  private final Set<String> decided = new HashSet<>();
  private final Map<Long, Long> versions = new HashMap<>();
  private long decidedNow;
  private long twice;
  private long gaps;
  private long silence;
  private long lastResult;

  Ledger(long now) {
    this.lastResult = now;
  }

  synchronized void take(BookingRequest request, int partition, long now) {
    String id = request.getRequestId();
    partitionOf.putIfAbsent(id, partition);
    if (!decided.contains(id)) {
      queues.computeIfAbsent(partition, any -> new Queue(now)).asked(id, now);
    }
  }

  synchronized void take(RequestResult result, long now) {
    silence = Math.max(silence, now - lastResult);
    lastResult = now;
    // Whoever took the id of another request is told so under that id.
    boolean another = KEY_REUSED.equals(result.getCode());
    if (result.getTimeslotId() == null || result.getRepeated() || another) {
      return;
    }
    String id = result.getRequestId();
    if (!decided.add(id)) {
      twice++;
      return;
    }
    decidedNow++;
    Integer partition = partitionOf.get(id);
    if (partition != null) {
      queues.computeIfAbsent(partition, any -> new Queue(now)).decided(id, now);
    }
  }

  /** A request that was put among the dead letters; it gets no result, and needs none. */
  synchronized void takeUnusable(BookingRequest request, long now) {
    decided.add(request.getRequestId());
    queues.values().forEach(queue -> queue.decided(request.getRequestId(), now));
  }

  synchronized void take(BookingEvent event) {
    long before = versions.getOrDefault(event.getTimeslotId(), 0L);
    if (event.getVersion() != before + 1) {
      gaps++;
    }
    versions.put(event.getTimeslotId(), event.getVersion());
  }

  /** What was seen since the last call of this. */
  synchronized Tally close(long now) {
    long partitionSilence =
        queues.values().stream().mapToLong(queue -> queue.takeSilence(now)).max().orElse(0);
    Tally tally =
        new Tally(
            decidedNow,
            twice,
            gaps,
            waiting(),
            Duration.ofNanos(Math.max(silence, now - lastResult)),
            Duration.ofNanos(partitionSilence));
    decidedNow = 0;
    twice = 0;
    gaps = 0;
    silence = 0;
    return tally;
  }

  synchronized long waiting() {
    return queues.values().stream().mapToLong(Queue::waiting).sum();
  }

  /** How long the partition that is worst off has kept somebody waiting. */
  synchronized Duration silentFor(long now) {
    return Duration.ofNanos(
        queues.values().stream().mapToLong(queue -> queue.silentFor(now)).max().orElse(0));
  }

  /** Requests that were decided since the last {@link #close}. */
  synchronized long decided() {
    return decidedNow;
  }
}
