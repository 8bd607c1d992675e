package booking.local.postgres;

import java.io.IOException;

/**
 * A running Postgres server with the database {@code booking} and its roles, wherever it runs.
 * Closing it stops it cleanly.
 */
public interface DatabaseServer extends AutoCloseable {

  /** Where the database is for JDBC, without user and password. */
  String url();

  @Override
  void close() throws IOException;
}
