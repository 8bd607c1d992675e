package booking.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The TCP ports on loopback that the settings name: whether somebody holds one already. */
final class LoopbackPorts {

  private LoopbackPorts() {}

  static void requireFree(Map<String, Integer> bySetting) throws StartupFailure {
    for (Map.Entry<String, Integer> wanted : bySetting.entrySet()) {
      try (ServerSocket socket = listenOn(wanted.getValue())) {
        socket.getLocalPort();
      } catch (IOException taken) {
        throw new StartupFailure(
            "Port %d is taken. Stop what listens there, or choose another by %s=…"
                .formatted(wanted.getValue(), wanted.getKey()),
            taken);
      }
    }
  }

  private static ServerSocket listenOn(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
