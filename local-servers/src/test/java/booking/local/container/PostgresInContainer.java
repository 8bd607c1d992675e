package booking.local.container;

import booking.local.postgres.DatabaseServer;
import booking.local.postgres.LocalPostgres;
import booking.local.postgres.PostgresLogins;
import booking.local.postgres.PostgresRoles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A Postgres server in a container, with the roles that the embedded one has. */
record PostgresInContainer(PostgreSQLContainer container, int port) implements DatabaseServer {

  private static final String SUPERUSER = "postgres";

  static PostgresInContainer start(int port, PostgresLogins logins) throws SQLException {
    PostgreSQLContainer container =
        new PostgreSQLContainer(ComposeImage.named("postgres"))
            .withDatabaseName(SUPERUSER)
            .withUsername(SUPERUSER)
            .withPassword(logins.superuser())
            .withStartupTimeout(ContainerServers.PATIENCE);
    container.setPortBindings(
        List.of("127.0.0.1:%d:%d".formatted(port, PostgreSQLContainer.POSTGRESQL_PORT)));
    container.start();
    String server = LocalPostgres.url(port).replaceFirst("[^/]+$", SUPERUSER);
    try (Connection superuser =
        DriverManager.getConnection(server, SUPERUSER, logins.superuser())) {
      PostgresRoles.prepare(superuser, logins);
    }
    return new PostgresInContainer(container, port);
  }

  @Override
  public String url() {
    return LocalPostgres.url(port);
  }

  @Override
  public void close() {
    container.close();
  }
}
