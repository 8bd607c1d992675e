package booking.local.faults.watch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The requests of one partition that wait for their result, and how long the partition has been
 * silent. Times are those of {@link System#nanoTime}. For use by one thread.
 */
final class Queue {

  private final Map<String, Long> waiting = new LinkedHashMap<>();
  private long lastResult;
  private long silence;

  Queue(long now) {
    this.lastResult = now;
  }

  void asked(String request, long now) {
    waiting.putIfAbsent(request, now);
  }

  /** Whether the request waited here. */
  boolean decided(String request, long now) {
    if (!waiting.containsKey(request)) {
      return false;
    }
    silence = Math.max(silence, silentFor(now));
    waiting.remove(request);
    lastResult = now;
    return true;
  }

  /** How long somebody has been waiting here without anybody being answered. */
  long silentFor(long now) {
    return waiting.values().stream()
        .findFirst()
        .map(first -> now - Math.max(first, lastResult))
        .orElse(0L);
  }

  /** The longest silence since the last call of this. */
  long takeSilence(long now) {
    long longest = Math.max(silence, silentFor(now));
    silence = 0;
    return longest;
  }

  int waiting() {
    return waiting.size();
  }
}
