package booking.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  private static final int MANY = 200;

  @Test
  void namesNoneTwiceAndNoneThatAConnectionCouldTake() throws IOException {
    try (ServerSocket server = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
      Set<Integer> named = new HashSet<>();
      for (int i = 0; i < MANY; i++) {
        named.add(FreePort.any());
      }
      assertThat(named)
          .hasSize(MANY)
          .allSatisfy(
              port ->
                  assertThat(port)
                      .isBetween(FreePort.FIRST, FreePort.AFTER_LAST - 1)
                      .isLessThan(client.getLocalPort()));
    }
  }

  @Test
  void namesNoneThatSomebodyListensOn() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      IntStream ports =
          IntStream.concat(
              IntStream.of(taken.getLocalPort()),
              IntStream.range(FreePort.FIRST, FreePort.AFTER_LAST));
      assertThat(FreePort.firstOf(ports)).isNotEqualTo(taken.getLocalPort());
    }
  }
}
