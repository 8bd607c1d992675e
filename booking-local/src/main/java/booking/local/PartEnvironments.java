package booking.local;

import booking.local.postgres.LocalPostgres;
import java.util.HashMap;
import java.util.Map;

/**
 * What each of our programs is told about this machine, by the names of its own settings, over what
 * the user's environment says.
 *
 * @param state the folder of the worker's stores
 */
public record PartEnvironments(LocalSettings settings, LocalSecrets secrets, String state) {

  private static final String HOST = "127.0.0.1";

  // Few, because each costs memory; enough that slots are decided side by side.
  private static final String PARTITIONS = "4";

  // Here one person plays all the users, and whoever tries the gateway out is in a hurry.
  private static final Map<String, String> LOOSER =
      Map.of(
          "USER_REQUESTS_PER_SECOND", "500",
          "USER_REQUEST_BURST", "1000",
          "USER_HOLDS", "5000",
          "ADDRESS_REQUESTS_PER_SECOND", "1000",
          "ADDRESS_REQUEST_BURST", "5000");

  /** Of a worker. */
  public Map<String, String> worker() {
    Map<String, String> told = shared();
    told.put("WORKER_ID", "worker-1");
    told.put("WORKER_ADMIN_PORT", Integer.toString(settings.ports().workerAdmin()));
    told.put("STATE_DIR", state);
    told.put("PARTITIONS", PARTITIONS);
    told.put("REPLICATION", "1");
    // There is no second worker to stand by.
    told.put("STANDBYS", "0");
    told.put("POSTGRES_USER", "booking_worker");
    told.put("POSTGRES_PASSWORD", secrets.postgres().worker());
    return settings.environmentWith(told);
  }

  /** Of a gateway. */
  public Map<String, String> gateway() {
    Map<String, String> told = new HashMap<>(LOOSER);
    told.keySet().removeAll(settings.environment().keySet());
    told.putAll(shared());
    told.put("GATEWAY_PORT", Integer.toString(settings.ports().gateway()));
    told.put("GATEWAY_ADMIN_PORT", Integer.toString(settings.ports().gatewayAdmin()));
    told.put("REPLY_PARTITION", "0");
    told.put("POSTGRES_USER", "booking_gateway");
    told.put("POSTGRES_PASSWORD", secrets.postgres().gateway());
    told.put("JWT_ALGORITHM", "HS256");
    told.put("JWT_SECRET", secrets.jwt());
    return settings.environmentWith(told);
  }

  /** Of the sandbox. */
  public Map<String, String> sandbox() {
    Map<String, String> told = shared();
    told.put("SANDBOX_PORT", Integer.toString(settings.ports().sandbox()));
    told.put("GATEWAY_URL", "http://" + HOST + ":" + settings.ports().gateway());
    told.put("JWT_SECRET", secrets.jwt());
    return settings.environmentWith(told);
  }

  private Map<String, String> shared() {
    Map<String, String> told = new HashMap<>();
    told.put("KAFKA_BOOTSTRAP_SERVERS", HOST + ":" + settings.ports().kafka());
    told.put("POSTGRES_URL", LocalPostgres.url(settings.ports().postgres()));
    return told;
  }
}
