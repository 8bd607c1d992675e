package booking.gateway.http;

import io.dropwizard.lifecycle.JettyManaged;
import java.util.stream.Stream;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The bounds on how many connections clients may have, on how slow they may be, and on what each
 * takes of the memory, set when the server starts. The operators' connector has none.
 */
public final class ClientConnections implements LifeCycle.Listener {

  private static final String API = "application";

  private final ConnectionSettings settings;

  public ClientConnections(ConnectionSettings settings) {
    this.settings = settings;
  }

  @Override
  public void lifeCycleStarting(LifeCycle starting) {
    Server server = (Server) starting;
    Stream.of(server.getConnectors())
        .filter(connector -> API.equals(connector.getName()))
        .map(AbstractConnector.class::cast)
        .forEach(connector -> bound(server, connector));
  }

  private void bound(Server server, AbstractConnector connector) {
    // A cache of what its client sends alike would take 48 KiB of each connection.
    connector
        .getContainedBeans(HttpConnectionFactory.class)
        .forEach(http -> http.getHttpConfiguration().setHeaderCacheSize(0));
    // No timeout of Jetty's, here or in the limit: it would also cut answers that are being taken.
    // SlowClients ends the idle ones.
    connector.setShutdownIdleTimeout(-1);
    server.addBean(new NetworkConnectionLimit(settings.most(), connector));
    server.addBean(new JettyManaged(new SlowClients(connector, settings)));
  }
}
