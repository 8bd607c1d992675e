package booking.local;

import booking.local.machine.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The machine's TCP ports on loopback: which are free, and which somebody holds. */
public final class LoopbackPorts {

  private LoopbackPorts() {}

  /** See {@link FreePort#any()}. */
  public static int free() {
    return FreePort.any();
  }

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
