package booking.local.bench.client;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long each of many calls took, in nanoseconds. */
public record Latencies(List<Long> nanos) {

  public Latencies {
    nanos = nanos.stream().sorted().toList();
  }

  /** What so many in a hundred calls did not exceed, in microseconds. */
  public long percentile(int percent) {
    int index = (int) Math.ceil(nanos.size() * percent / 100.0) - 1;
    return TimeUnit.NANOSECONDS.toMicros(nanos.get(Math.max(0, index)));
  }
}
