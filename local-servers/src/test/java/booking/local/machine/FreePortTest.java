package booking.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void namesNoneTwice() {
    Set<Integer> named = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      assertThat(named.add(FreePort.firstOf(all()))).isTrue();
    }
  }

  @Test
  void namesNoneThatAConnectionGets() {
    assertThat(FreePort.any()).isBetween(16_000, 32_767);
  }

  @Test
  void namesNoneThatSomebodyListensOn() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      IntStream ports = IntStream.concat(IntStream.of(taken.getLocalPort()), all());
      assertThat(FreePort.firstOf(ports)).isNotEqualTo(taken.getLocalPort());
    }
  }

  private static IntStream all() {
    return IntStream.range(FreePort.FIRST, FreePort.AFTER_LAST);
  }
}
