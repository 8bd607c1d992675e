package booking.local.container;

import booking.local.broker.Broker;
import booking.local.broker.BrokerPorts;
import booking.local.postgres.DatabaseServer;
import booking.local.postgres.PostgresLogins;
import booking.local.server.Servers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Servers in containers, each on the port that it is asked to have. They keep nothing: a directory
 * is not written, and closing one throws its data away.
 */
public final class ContainerServers implements Servers {

  /** For a machine that is busy elsewhere. */
  static final Duration PATIENCE = Duration.ofMinutes(4);

  @Override
  public Broker broker(Path directory, BrokerPorts ports) {
    return KafkaInContainer.start(ports.clients());
  }

  @Override
  public DatabaseServer database(Path directory, int port, PostgresLogins logins)
      throws SQLException {
    return PostgresInContainer.start(port, logins);
  }
}
