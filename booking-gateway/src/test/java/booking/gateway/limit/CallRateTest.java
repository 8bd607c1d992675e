package booking.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallRateTest {

  private static final int BURST = 100;

  // As System.nanoTime may, the clock passes the greatest long on its way.
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final CallRate rate = new CallRate(new RateSettings(50, BURST), nanos::get);

  private long admitted(String caller, int calls) {
    return IntStream.range(0, calls).filter(call -> rate.admits(caller)).count();
  }

  private void pass(long millis) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Test
  void aBurstIsAdmittedAndNotOneCallMore() {
    assertThat(admitted("7", 500)).isEqualTo(BURST);
  }

  @Test
  void callsComeBackOneByOneAndNeverMoreThanABurst() {
    admitted("7", BURST);

    pass(19);
    assertThat(admitted("7", 10)).isZero();
    pass(1);
    assertThat(admitted("7", 10)).isEqualTo(1);
    pass(1000);
    assertThat(admitted("7", 500)).isEqualTo(50);
    pass(3_600_000);
    assertThat(admitted("7", 500)).isEqualTo(BURST);
  }

  @Test
  void whoCallsAtTheRateIsNeverRefused() {
    admitted("7", BURST);

    for (int call = 0; call < 1000; call++) {
      pass(20);
      assertThat(rate.admits("7")).as("call %d", call).isTrue();
    }
  }

  @Test
  void oneCallersCallsAreNotAnothers() {
    admitted("7", 500);

    assertThat(admitted("8", 500)).isEqualTo(BURST);
  }

  @Test
  void manyThreadsTogetherGetNoMore() {
    assertThat(IntStream.range(0, 5000).parallel().filter(call -> rate.admits("7")).count())
        .isEqualTo(BURST);
  }
}
