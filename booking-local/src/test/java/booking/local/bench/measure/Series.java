package booking.local.bench.measure;

import java.util.List;
import java.util.stream.IntStream;

/** The values of one thing, round by round. */
public record Series(List<Long> values) {

  public Series {
    values = List.copyOf(values);
  }

  public long median() {
    return values.stream().sorted().skip((values.size() - 1) / 2).findFirst().orElseThrow();
  }

  public long least() {
    return values.stream().min(Long::compare).orElseThrow();
  }

  public long greatest() {
    return values.stream().max(Long::compare).orElseThrow();
  }

  /** How many hundredths of the other each is, pair by pair. */
  Series hundredthsOf(Series other) {
    return new Series(
        IntStream.range(0, values.size())
            .mapToObj(i -> Math.round(100.0 * values.get(i) / other.values().get(i)))
            .toList());
  }
}
