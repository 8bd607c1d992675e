package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Who is committed at once, by how many came lately. */
class CommitPaceTest {

  private final CommitPace pace = new CommitPace();

  @Test
  void whoComesAloneIsCommittedAtOnce() {
    assertThat(quietOf(every(1_000, 0, 60_000))).isEqualTo(60);
  }

  @Test
  void twoHundredASecondAreCommittedAtOnce() {
    assertThat(quietOf(every(5, 0, 10_000))).isEqualTo(2_000);
  }

  @Test
  void aThousandASecondShareTheirCommitsAfterTheFirstMoment() {
    assertThat(quietOf(every(1, 0, 10_000))).isEqualTo(45);
  }

  @Test
  void afterARushQuietComesBackWithinTwoWindows() {
    quietOf(every(1, 0, 1_000));
    assertThat(pace.isQuiet(1_050)).isFalse();
    assertThat(pace.isQuiet(1_200)).isTrue();
  }

  @Test
  void aClockThatIsSetBackOnlyForgets() {
    quietOf(every(1, 100_000, 101_000));
    assertThat(pace.isQuiet(5)).isTrue();
  }

  private long quietOf(LongStream times) {
    return times.filter(pace::isQuiet).count();
  }

  private static LongStream every(int millis, long from, long to) {
    return LongStream.range(from / millis, to / millis).map(step -> step * millis);
  }
}
