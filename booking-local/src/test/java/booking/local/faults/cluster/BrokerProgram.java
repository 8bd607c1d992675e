package booking.local.faults.cluster;

import booking.local.broker.BrokerPorts;
import booking.local.broker.LocalBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The program that runs the local broker by itself, so that it can be killed alone. It listens on
 * one port more than usual, and tells whoever comes there to come by the wire.
 */
final class BrokerProgram {

  private static final String LISTENER = "%s://127.0.0.1:%d";

  private BrokerProgram() {}

  /**
   * Its arguments: the folder, and the ports of clients, of the controller, of those who come by
   * the wire, and of the wire.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int clients = Integer.parseInt(arguments[1]);
    int controller = Integer.parseInt(arguments[2]);
    LocalBroker broker =
        LocalBroker.start(
            Path.of(arguments[0]),
            new BrokerPorts(clients, controller),
            listeners(
                clients,
                controller,
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4])));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    new CountDownLatch(1).await();
  }

  private static Map<String, String> listeners(int clients, int controller, int wired, int wire) {
    String usual = LISTENER.formatted("CLIENTS", clients) + ",";
    return Map.of(
        "listeners",
        usual
            + LISTENER.formatted("CONTROLLER", controller)
            + ","
            + LISTENER.formatted("WIRED", wired),
        "advertised.listeners",
        usual + LISTENER.formatted("WIRED", wire),
        "listener.security.protocol.map",
        "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT,WIRED:PLAINTEXT");
  }
}
