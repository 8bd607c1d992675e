package booking.local.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What the fault of a cut wire relies on. */
class WireTest {

  private static final int SOON_MILLIS = 10_000;
  private static final int SHORT_MILLIS = 200;

  private ServerSocket server;
  private Wire wire;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    wire = Wire.to(server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    wire.close();
    server.close();
  }

  @Test
  void carriesBothWays() throws IOException {
    try (Socket client = client();
        Socket served = server.accept()) {
      client.getOutputStream().write(7);
      assertThat(served.getInputStream().read()).isEqualTo(7);
      served.getOutputStream().write(8);
      assertThat(client.getInputStream().read()).isEqualTo(8);
    }
  }

  @Test
  void theEndOfOneSideIsTheEndOfTheOther() throws IOException {
    try (Socket client = client();
        Socket served = server.accept()) {
      client.shutdownOutput();
      assertThat(served.getInputStream().read()).isNegative();
    }
  }

  @Test
  void whenItIsCutConnectionsBreakAndNewOnesToo() throws IOException {
    aConnectionThatTheServerHasJustAcceptedIsCutToo();
    assertThatThrownBy(
            () -> {
              try (Socket next = client()) {
                next.getOutputStream().write(7);
                next.getInputStream().read();
              }
            })
        .isInstanceOf(SocketException.class);
    wire.heal();
    carriesBothWays();
  }

  /** As soon as the server has it, the cut finds it, though the wire has only just joined it. */
  @RepeatedTest(50)
  void aConnectionThatTheServerHasJustAcceptedIsCutToo() throws IOException {
    try (Socket client = client();
        Socket served = server.accept()) {
      wire.cut();
      assertBroken(client);
      assertBroken(served);
    }
  }

  @Test
  void whatTheServerSaysWhileItIsHushedComesLater() throws IOException {
    try (Socket client = client();
        Socket served = server.accept()) {
      wire.hush();
      client.getOutputStream().write(7);
      assertThat(served.getInputStream().read()).isEqualTo(7);
      served.getOutputStream().write(8);
      client.setSoTimeout(SHORT_MILLIS);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);

      wire.heal();

      client.setSoTimeout(SOON_MILLIS);
      assertThat(client.getInputStream().read()).isEqualTo(8);
    }
  }

  private static void assertBroken(Socket socket) {
    assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
  }

  private Socket client() throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), wire.port());
    client.setSoTimeout(SOON_MILLIS);
    return client;
  }
}
