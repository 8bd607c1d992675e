package booking.local.server;

import booking.local.broker.Broker;
import booking.local.broker.BrokerPorts;
import booking.local.broker.LocalBroker;
import booking.local.postgres.DatabaseServer;
import booking.local.postgres.LocalPostgres;
import booking.local.postgres.PostgresLogins;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Servers from Maven artifacts: a broker in this JVM, a Postgres beside it; both keep their data.
 */
public final class EmbeddedServers implements Servers {

  @Override
  public Broker broker(Path directory, BrokerPorts ports) throws IOException {
    return LocalBroker.start(directory, ports);
  }

  @Override
  public DatabaseServer database(Path directory, int port, PostgresLogins logins)
      throws IOException, SQLException {
    return LocalPostgres.start(directory, port, logins);
  }
}
