package booking.local;

import booking.gateway.BookingGateway;
import java.util.HashMap;
import java.util.Map;

/** Another gateway beside the one of a running system, with settings of its own. */
final class SecondGateway implements AutoCloseable {

  private final RunningApplication running;
  private final BookingGateway gateway;

  private SecondGateway(RunningApplication running, BookingGateway gateway) {
    this.running = running;
    this.gateway = gateway;
  }

  static SecondGateway beside(TestSystem system, Map<String, String> settings) throws Exception {
    LocalSettings local = system.settings();
    Map<String, String> environment =
        new HashMap<>(
            new PartEnvironments(
                    local, LocalSecrets.keptIn(local.data().resolve("secrets.properties")), "none")
                .gateway());
    environment.put("REPLY_PARTITION", "1");
    environment.put("GATEWAY_PORT", "0");
    environment.put("GATEWAY_ADMIN_PORT", "0");
    environment.putAll(settings);
    BookingGateway gateway = new BookingGateway(environment);
    return new SecondGateway(RunningApplication.start(gateway, "gateway.yml"), gateway);
  }

  /** The same client, at this gateway. */
  Http to(Http client) {
    return new Http(
        client.client(), "http://localhost:" + gateway.port() + "/api/v1", client.headers());
  }

  Http admin() {
    return new Http("http://localhost:" + gateway.adminPort());
  }

  /** Stops it as {@code SIGTERM} does. */
  @Override
  public void close() {
    running.close();
  }
}
