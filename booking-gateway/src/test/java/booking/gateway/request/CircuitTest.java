package booking.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Circuit circuit = new Circuit(Duration.ofNanos(100), nanos::get);

  @Test
  void whatWorksMayAlwaysBeTried() {
    assertThat(circuit.mayTry()).isTrue();
    assertThat(circuit.mayTry()).isTrue();
  }

  @Test
  void whatIsBrokenIsTriedByOneCallerAfterEachPause() {
    circuit.failed();
    assertThat(circuit.mayTry()).isFalse();

    nanos.addAndGet(100);

    assertThat(circuit.mayTry()).isTrue();
    assertThat(circuit.mayTry()).isFalse();
    nanos.addAndGet(100);
    assertThat(circuit.mayTry()).isTrue();
  }

  @Test
  void aTryThatSucceedsLetsEveryoneIn() {
    circuit.failed();
    circuit.succeeded();

    assertThat(circuit.mayTry()).isTrue();
    assertThat(circuit.mayTry()).isTrue();
  }
}
