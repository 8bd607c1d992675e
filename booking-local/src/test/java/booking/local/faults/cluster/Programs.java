package booking.local.faults.cluster;

import booking.local.JavaCommand;
import booking.local.faults.cluster.Addresses.GatewayPorts;
import booking.local.machine.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How each server of a cluster is made, by its name: as large as it is to be, with its own log. */
record Programs(Addresses addresses, Wire wire, Guardian guardian) {

  private static final String WORKER = "booking.worker.BookingWorker";
  private static final String GATEWAY = "booking.gateway.BookingGateway";

  Server broker(String name) {
    List<String> arguments =
        List.of(
            addresses.settings().folder().resolve("kafka").toString(),
            Integer.toString(addresses.kafka()),
            Integer.toString(FreePort.any()),
            Integer.toString(addresses.wired()),
            Integer.toString(wire.port()));
    return new JavaServer(
        new Launch(
            name,
            jvms().command(BrokerProgram.class.getName(), jvms().broker()).forTest(arguments),
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
    return worker(name, worker(jvms().worker()).forUser(List.of()), Map.of());
  }

  /** A worker that reaches the broker by the wire alone. */
  Server wiredWorker(String name) {
    return worker(
        name,
        worker(jvms().worker()).forUser(List.of()),
        Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + wire.port()));
  }

  /** A worker with another heap, in MiB, which ends as in production when it is too small. */
  JavaServer worker(String name, int heap) {
    JavaCommand command = worker(heap).with("-XX:+ExitOnOutOfMemoryError");
    return worker(name, command.forUser(List.of()), Map.of());
  }

  /** A worker of another build. */
  Server worker(String name, Path jar) {
    return worker(name, worker(jvms().worker()).forUserOf(jar), Map.of());
  }

  private JavaServer worker(String name, ProcessBuilder command, Map<String, String> more) {
    int admin = FreePort.any();
    Map<String, String> environment = new HashMap<>(addresses.worker(name, admin));
    environment.putAll(more);
    return new JavaServer(
        new Launch(name, command, environment, log(name), () -> Health.isGood(admin)), guardian);
  }

  private JavaCommand worker(int heap) {
    return jvms().command(WORKER, heap);
  }

  /** A command of the worker's program that ends by itself. */
  ProcessBuilder operator(List<String> arguments) {
    ProcessBuilder command = worker(jvms().worker()).forUser(arguments);
    command.environment().putAll(addresses.worker("operator", FreePort.any()));
    return command;
  }

  Server gateway(String name, int replyPartition, GatewayPorts ports) {
    return new JavaServer(
        new Launch(
            name,
            jvms().command(GATEWAY, jvms().gateway()).forUser(List.of()),
            addresses.gateway(name, replyPartition, ports),
            log(name),
            () -> Health.isGood(ports.admin())),
        guardian);
  }

  Server companion(Companion program) {
    String name = program.name();
    return new JavaServer(
        new Launch(
            name,
            jvms().command(program.mainClass(), jvms().worker()).forTest(program.arguments()),
            program.environment(),
            log(name),
            () -> said(name, Companion.READY)),
        guardian);
  }

  private boolean said(String name, String word) {
    try (Stream<String> lines = Files.lines(log(name))) {
      return lines.anyMatch(line -> line.contains(word));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Jvms jvms() {
    return addresses.settings().jvms();
  }

  /** What a server has said, start after start. */
  Path log(String name) {
    return addresses.settings().folder().resolve("logs").resolve(name + ".log");
  }
}
