package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What connections take that clients keep between requests. */
class KeptConnectionsTest {

  private static final int CLIENTS = 500;
  private static final int REQUESTS = 2;
  private static final long MOST_BYTES = 24 * 1024;
  private static final byte[] REQUEST =
      "GET /api/v1/bookings/rooms HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void thousandsFitIntoASmallHeap() throws IOException {
    List<Socket> kept = new ArrayList<>();
    try {
      kept.add(served());
      long before = usedHeap();
      while (kept.size() <= CLIENTS) {
        kept.add(served());
      }

      assertThat(API.connections()).isEqualTo(kept.size());
      assertThat((usedHeap() - before) / CLIENTS).isLessThan(MOST_BYTES);
    } finally {
      for (Socket socket : kept) {
        socket.close();
      }
    }
  }

  /** A client that has its answers. */
  private static Socket served() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), API.port());
    for (int n = 0; n < REQUESTS; n++) {
      socket.getOutputStream().write(REQUEST);
      byte[] answer = new byte[65_536];
      int length = socket.getInputStream().read(answer);
      assertThat(new String(answer, 0, length, StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 200");
    }
    return socket;
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
