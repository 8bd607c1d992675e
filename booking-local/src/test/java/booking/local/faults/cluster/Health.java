package booking.local.faults.cluster;

import booking.local.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** What a server says of itself when asked. */
final class Health {

  private Health() {}

  /** Whether all checks at this admin port are passed. */
  static boolean isGood(int adminPort) {
    return new Http(Addresses.url(adminPort))
        .sending("GET", "/healthcheck", "")
        .handle((answer, failure) -> failure == null && answer.status() == 200)
        .join();
  }

  /** Whether somebody listens there. */
  static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }
}
