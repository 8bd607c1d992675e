package booking.local.faults.cluster;

import booking.local.LocalPorts;
import booking.local.LocalSecrets;
import booking.local.LocalSettings;
import booking.local.PartEnvironments;
import booking.local.machine.FreePort;
import booking.local.postgres.LocalPostgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the servers of a cluster listen, and what each program is told of the others.
 *
 * @param kafka port that clients connect to
 * @param wired port of the broker that only the wire leads to
 */
record Addresses(
    ClusterSettings settings, LocalSecrets secrets, int kafka, int wired, int postgres) {

  private static final String HOST = "127.0.0.1";

  static Addresses free(ClusterSettings settings, LocalSecrets secrets) {
    return new Addresses(settings, secrets, FreePort.any(), FreePort.any(), FreePort.any());
  }

  String bootstrapServers() {
    return HOST + ":" + kafka;
  }

  String jdbcUrl() {
    return LocalPostgres.url(postgres);
  }

  static String url(int port) {
    return "http://" + HOST + ":" + port;
  }

  Map<String, String> worker(String name, int adminPort) {
    Map<String, String> told = new HashMap<>(told(0, 0, adminPort, name).worker());
    told.put("WORKER_ID", name);
    told.put("PARTITIONS", Integer.toString(settings.partitions()));
    told.put("STANDBYS", Integer.toString(settings.standbys()));
    return told;
  }

  Map<String, String> gateway(String name, int replyPartition, GatewayPorts ports) {
    Map<String, String> told =
        new HashMap<>(told(ports.clients(), ports.admin(), 0, name).gateway());
    told.put("REPLY_PARTITION", Integer.toString(replyPartition));
    return told;
  }

  /** Where a gateway listens. */
  record GatewayPorts(int clients, int admin) {

    static GatewayPorts free() {
      return new GatewayPorts(FreePort.any(), FreePort.any());
    }
  }

  private PartEnvironments told(int gateway, int gatewayAdmin, int workerAdmin, String name) {
    LocalPorts ports = new LocalPorts(gateway, gatewayAdmin, workerAdmin, kafka, postgres, 0);
    return new PartEnvironments(
        new LocalSettings(settings.folder(), ports, settings.environment()),
        secrets,
        state(name).toString());
  }

  /** Where a worker keeps its stores. */
  Path state(String worker) {
    return settings.folder().resolve("state").resolve(worker);
  }
}
