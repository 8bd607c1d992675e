package booking.local.faults.soak;

import static org.assertj.core.api.Assertions.assertThat;

import booking.local.faults.watch.Footprint;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

  private static final long KIB_IN_A_MIB = 1024;

  @Test
  void aProcessThatGrowsByOneMebibyteASampleGrowsByAsMuchAnHour() {
    Growth growth = grown(IntStream.range(0, 240).mapToLong(sample -> 100 + sample));

    assertThat(growth.words(Duration.ofHours(1))).contains("(+240 MiB an hour)");
    assertThat(growth.words(Duration.ofHours(2))).contains("(+120 MiB an hour)");
  }

  @Test
  void whatAProcessTakesUntilItIsWarmIsNoGrowth() {
    Growth growth = grown(IntStream.range(0, 240).mapToLong(sample -> sample < 48 ? sample : 200));

    assertThat(growth.words(Duration.ofHours(1)))
        .startsWith("gateway-1: 200 MiB, then 200 MiB (+0 MiB an hour)");
  }

  @Test
  void whatIsAliveInItsHeapIsToldInTheOrderOfTheSamples() {
    Growth growth = grown(IntStream.range(0, 5).mapToLong(any -> 200));
    List.of(40L, 41L).forEach(mebibytes -> growth.addHeap(mebibytes * KIB_IN_A_MIB * 1024));

    assertThat(growth.words(Duration.ofHours(1))).contains("live heap in MiB [40, 41]; 7 files");
  }

  private static Growth grown(LongStream mebibytes) {
    Growth growth = new Growth("gateway-1");
    mebibytes.forEach(size -> growth.add(new Footprint(size * KIB_IN_A_MIB, 7)));
    return growth;
  }
}
