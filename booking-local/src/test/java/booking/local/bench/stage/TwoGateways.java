package booking.local.bench.stage;

import booking.local.LoopbackPorts;
import booking.local.bench.baseline.PlainBookings;
import booking.local.bench.baseline.PlainGateway;
import booking.local.bench.client.Calls;
import booking.local.bench.client.Clients;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.cluster.Companion;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The system with its gateway and, beside it, the gateway that needs neither Kafka nor worker, both
 * with slots of their own, before the same Postgres.
 */
public record TwoGateways(Stage stage, Door ours, Door plain) implements AutoCloseable {

  private static final int SLOTS = 20_000;
  private static final int SEATS = 100;
  private static final int CUSTOMERS = 4_000;
  private static final int CONNECTIONS = 64;

  // A few thousand customers play a town, so each may do what a hundred would.
  private static final Map<String, String> LOOSER =
      Map.of(
          "USER_REQUESTS_PER_SECOND", "100000",
          "USER_REQUEST_BURST", "100000",
          "USER_HOLDS", "100000",
          "HOLD_TIME", "12 hours");

  /** A gateway, seen from outside. */
  public record Door(Clients clients, Calls calls) {}

  /**
   * Starts both.
   *
   * @param hotSlots with room for everybody
   */
  public static TwoGateways in(Path folder, int hotSlots) throws Exception {
    Stage stage = Stage.in(folder, 1, LOOSER);
    stage.catalogue().open(stage, SLOTS, SEATS);
    stage.catalogue().open(stage, hotSlots, CUSTOMERS);
    try (Tables tables = Tables.of(stage)) {
      tables.awaitFollowed();
      for (String sql : PlainBookings.TABLES) {
        tables.execute(sql);
      }
    }
    int port = URI.create(stage.cluster().clients().get(0).base()).getPort();
    int plainPort = LoopbackPorts.free();
    stage.cluster().companion(plainGateway(stage.cluster(), plainPort)).restart();
    List<String> bearers =
        LongStream.rangeClosed(1, CUSTOMERS)
            .mapToObj(user -> stage.cluster().bearer(user, false))
            .toList();
    return new TwoGateways(
        stage,
        new Door(new Clients(port, CONNECTIONS), new Calls(bearers, SLOTS)),
        new Door(new Clients(plainPort, CONNECTIONS), new Calls(bearers, SLOTS)));
  }

  private static Companion plainGateway(Cluster cluster, int port) {
    Map<String, String> environment =
        new HashMap<>(cluster.gatewayEnvironment(port, LoopbackPorts.free()));
    environment.put("POSTGRES_USER", "postgres");
    environment.put("POSTGRES_PASSWORD", cluster.logins().superuser());
    return new Companion("plain-gateway", PlainGateway.class.getName(), List.of(), environment);
  }

  /** A slot with a seat for everybody that only this round wants. */
  public long hotSlot(int round) {
    return SLOTS + 1L + round;
  }

  @Override
  public void close() {
    stage.close();
  }
}
