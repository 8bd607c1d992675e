package booking.local.faults.cluster;

import booking.local.broker.BrokerPorts;
import booking.local.broker.LocalBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The program that runs the local broker by itself, so that it can be killed alone. */
final class BrokerProgram {

  private BrokerProgram() {}

  /** Its arguments: the folder, the port of clients, the port of the controller. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BrokerPorts ports =
        new BrokerPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    LocalBroker broker = LocalBroker.start(Path.of(arguments[0]), ports);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    new CountDownLatch(1).await();
  }
}
