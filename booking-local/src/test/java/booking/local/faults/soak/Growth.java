package booking.local.faults.soak;

import booking.local.faults.watch.Footprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How the footprint of one process grew, by samples at even distances. For use by one thread. */
final class Growth {

  private static final long KIB_IN_A_MIB = 1024;
  private static final long BYTES_IN_A_MIB = 1024 * 1024;

  private final String name;
  private final List<Footprint> samples = new ArrayList<>();
  private final List<Long> heaps = new ArrayList<>();

  Growth(String name) {
    this.name = name;
  }

  void add(Footprint sample) {
    samples.add(sample);
  }

  /** What is alive in its heap now, in bytes. */
  void addHeap(long live) {
    heaps.add(live);
  }

  /**
   * From the second fifth, when all is warm, to the last one.
   *
   * @param time that all samples took
   */
  String words(Duration time) {
    int fifth = samples.size() / 5;
    List<Footprint> early = samples.subList(fifth, 2 * fifth);
    List<Footprint> late = samples.subList(samples.size() - fifth, samples.size());
    long grown = resident(late) - resident(early);
    // Between the middles of the two lie three fifths of the time.
    long hourly = grown * 3600 * 5 / Math.max(1, time.toSeconds() * 3);
    return "%s: %d MiB, then %d MiB (%+d MiB an hour); live heap in MiB %s; %d files, then %d"
        .formatted(
            name,
            resident(early) / KIB_IN_A_MIB,
            resident(late) / KIB_IN_A_MIB,
            hourly / KIB_IN_A_MIB,
            heaps.stream().map(live -> live / BYTES_IN_A_MIB).toList(),
            files(early),
            files(late));
  }

  private static long resident(List<Footprint> some) {
    return some.stream().mapToLong(Footprint::resident).sum() / Math.max(1, some.size());
  }

  private static long files(List<Footprint> some) {
    return some.stream().mapToLong(Footprint::files).sum() / Math.max(1, some.size());
  }
}
