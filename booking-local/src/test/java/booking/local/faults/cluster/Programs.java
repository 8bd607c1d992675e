package booking.local.faults.cluster;

import booking.local.JavaCommand;
import booking.local.LoopbackPorts;
import booking.local.faults.cluster.Addresses.GatewayPorts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How each server of a cluster is made, by its name: with little memory, and a log of its own. */
record Programs(Addresses addresses, Guardian guardian) {

  private static final int BROKER_HEAP = 512;
  private static final int WORKER_HEAP = 256;
  private static final int GATEWAY_HEAP = 192;

  Server broker(String name) {
    List<String> arguments =
        List.of(
            addresses.settings().folder().resolve("kafka").toString(),
            Integer.toString(addresses.kafka()),
            Integer.toString(LoopbackPorts.free()));
    return new JavaServer(
        new Launch(
            name,
            JavaCommand.small(BrokerProgram.class.getName(), BROKER_HEAP).forTest(arguments),
            Map.of(),
            log(name),
            () -> Health.listens(addresses.kafka())),
        guardian);
  }

  Server postgres() {
    return new PostgresServer(
        addresses.settings().folder().resolve("postgres"),
        addresses.postgres(),
        addresses.secrets().postgres(),
        guardian);
  }

  Server worker(String name) {
    int admin = LoopbackPorts.free();
    return new JavaServer(
        new Launch(
            name,
            JavaCommand.small("booking.worker.BookingWorker", WORKER_HEAP).forUser(List.of()),
            addresses.worker(name, admin),
            log(name),
            () -> Health.isGood(admin)),
        guardian);
  }

  /** A command of the worker's program that ends by itself. */
  ProcessBuilder operator(List<String> arguments) {
    ProcessBuilder command =
        JavaCommand.small("booking.worker.BookingWorker", WORKER_HEAP).forUser(arguments);
    command.environment().putAll(addresses.worker("operator", LoopbackPorts.free()));
    return command;
  }

  Server gateway(String name, int replyPartition, GatewayPorts ports) {
    return new JavaServer(
        new Launch(
            name,
            JavaCommand.small("booking.gateway.BookingGateway", GATEWAY_HEAP).forUser(List.of()),
            addresses.gateway(name, replyPartition, ports),
            log(name),
            () -> Health.isGood(ports.admin())),
        guardian);
  }

  /** What a server has said, start after start. */
  Path log(String name) {
    return addresses.settings().folder().resolve("logs").resolve(name + ".log");
  }
}
