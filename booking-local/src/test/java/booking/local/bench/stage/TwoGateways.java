package booking.local.bench.stage;

import booking.local.bench.baseline.PlainGateway;
import booking.local.bench.client.Calls;
import booking.local.bench.client.Clients;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.cluster.Companion;
import booking.local.faults.cluster.Server;
import booking.local.machine.FreePort;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The system's gateway and, beside it, the one that needs neither Kafka nor worker, both with slots
 * of their own, before the same Postgres. Both end with it.
 */
public record TwoGateways(SharedHouse house, Server second, Door ours, Door plain)
    implements AutoCloseable {

  private static final int CUSTOMERS = 4_000;
  private static final int CONNECTIONS = 64;

  /** A gateway, seen from outside. */
  public record Door(Clients clients, Calls calls) {}

  /** Starts what is not there yet. */
  public static TwoGateways of(SharedHouse house) {
    Cluster cluster = house.stage().cluster();
    cluster.gateways().forEach(Server::restart);
    int port = URI.create(cluster.clients().get(0).base()).getPort();
    int plainPort = FreePort.any();
    Server second = cluster.companion(plainGateway(cluster, plainPort));
    second.restart();
    List<String> bearers =
        LongStream.rangeClosed(1, CUSTOMERS).mapToObj(user -> cluster.bearer(user, false)).toList();
    return new TwoGateways(house, second, door(port, bearers), door(plainPort, bearers));
  }

  private static Door door(int port, List<String> bearers) {
    return new Door(new Clients(port, CONNECTIONS), new Calls(bearers, SharedHouse.SLOTS));
  }

  private static Companion plainGateway(Cluster cluster, int port) {
    Map<String, String> environment =
        new HashMap<>(cluster.gatewayEnvironment(port, FreePort.any()));
    environment.put("POSTGRES_USER", "postgres");
    environment.put("POSTGRES_PASSWORD", cluster.logins().superuser());
    return new Companion("plain-gateway", PlainGateway.class.getName(), List.of(), environment);
  }

  /** A slot with a seat for everybody that only this round wants. */
  public long hotSlot(int round) {
    return house.hotSlot(SharedHouse.Rush.OVER_HTTP, round);
  }

  @Override
  public void close() {
    second.stop();
    house.withoutGateway();
  }
}
