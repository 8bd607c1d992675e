package booking.local;

import java.util.Map;

/**
 * The TCP ports that the system listens on, all on loopback unless a process is told otherwise.
 *
 * @param gateway for clients
 * @param gatewayAdmin health and metrics of the gateway
 * @param workerAdmin health and metrics of the worker
 */
public record LocalPorts(
    int gateway, int gatewayAdmin, int workerAdmin, int kafka, int postgres, int sandbox) {

  /** The ports of the settings {@code GATEWAY_PORT} and so on, or their defaults. */
  static LocalPorts from(Map<String, String> environment) throws StartupFailure {
    return new LocalPorts(
        port(environment, "GATEWAY_PORT", 8080),
        port(environment, "GATEWAY_ADMIN_PORT", 8081),
        port(environment, "WORKER_ADMIN_PORT", 8082),
        port(environment, "KAFKA_PORT", 9092),
        port(environment, "POSTGRES_PORT", 15432),
        port(environment, "SANDBOX_PORT", 8090));
  }

  /** Each port by the name of its setting. */
  Map<String, Integer> bySetting() {
    return Map.of(
        "GATEWAY_PORT", gateway,
        "GATEWAY_ADMIN_PORT", gatewayAdmin,
        "WORKER_ADMIN_PORT", workerAdmin,
        "KAFKA_PORT", kafka,
        "POSTGRES_PORT", postgres,
        "SANDBOX_PORT", sandbox);
  }

  private static int port(Map<String, String> environment, String setting, int usual)
      throws StartupFailure {
    String value = environment.getOrDefault(setting, Integer.toString(usual));
    if (value.matches("\\d{1,5}")) {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    }
    throw new StartupFailure(setting + "=" + value + " is no port; give one from 1 to 65535.");
  }
}
