package booking.gateway.http;

import io.dropwizard.lifecycle.JettyManaged;
import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/** The bounds on how many connections clients may have, and on how slow they may be. */
public final class ClientConnections {

  // While all places are taken, whoever only keeps one for later gives it up.
  private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(1);
  private static final String API = "application";

  private final ConnectionSettings settings;

  public ClientConnections(ConnectionSettings settings) {
    this.settings = settings;
  }

  /** Sets the bounds on the server's connector for clients; that of the operators has none. */
  public void watchedIn(LifecycleEnvironment lifecycle) {
    lifecycle.addServerLifecycleListener(this::watch);
  }

  private void watch(Server server) {
    Stream.of(server.getConnectors())
        .filter(connector -> API.equals(connector.getName()))
        .forEach(connector -> watch(server, connector));
  }

  private void watch(Server server, Connector connector) {
    NetworkConnectionLimit limit = new NetworkConnectionLimit(settings.most(), connector);
    limit.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
    server.addBean(limit);
    server.addBean(new JettyManaged(new SlowClients(connector, settings)));
  }
}
