package booking.local.server;

import booking.local.broker.Broker;
import booking.local.broker.BrokerPorts;
import booking.local.postgres.DatabaseServer;
import booking.local.postgres.PostgresLogins;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ServiceLoader;

/** The place that a broker and a database come from. Each call returns when the server serves. */
public interface Servers {

  /**
   * A broker with no topics, or with those that an embedded one left in the directory.
   *
   * @param directory its own; made if it is not there
   * @throws IOException when it cannot be started there
   */
  Broker broker(Path directory, BrokerPorts ports) throws IOException;

  /**
   * A Postgres with an empty database, or with what an embedded one left in the directory.
   *
   * @param directory its own; made if it is not there
   * @throws IOException when it cannot be started there
   * @throws SQLException when its roles cannot be made
   */
  DatabaseServer database(Path directory, int port, PostgresLogins logins)
      throws IOException, SQLException;

  /** What tests use: containers when they are on the class path (the profile puts them there). */
  static Servers ofTests() {
    return ServiceLoader.load(Servers.class).findFirst().orElseGet(EmbeddedServers::new);
  }
}
