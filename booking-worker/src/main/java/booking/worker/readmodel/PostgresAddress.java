package booking.worker.readmodel;

import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the tables are and who writes them.
 *
 * @param url of JDBC; its {@code currentSchema} is the schema of the tables, {@code public} if
 *     absent
 * @param user who owns the tables
 * @param password empty when Postgres asks for none
 */
public record PostgresAddress(String url, String user, Optional<String> password) {

  /**
   * Limits of each session, in milliseconds: a batch takes some ten of them, so whoever waits
   * longer waits for something that is broken, and should let go and try again.
   */
  private static final String SESSION_LIMITS =
      "-c statement_timeout=5000 -c lock_timeout=2000"
          + " -c idle_in_transaction_session_timeout=10000";

  private static final int CONNECT_SECONDS_MAX = 3;

  /** A server that stands still lets anybody connect, and then says nothing. */
  private static final int LOGIN_SECONDS_MAX = 10;

  private static final int ANSWER_SECONDS_MAX = 15;

  /** Connections for batches: every wait is bounded. */
  DataSource forBatches() {
    PGSimpleDataSource source = forMigration();
    source.setOptions(SESSION_LIMITS);
    source.setSocketTimeout(ANSWER_SECONDS_MAX);
    return source;
  }

  /** Connections for migrations, which may rightly take long. */
  PGSimpleDataSource forMigration() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    password.ifPresent(source::setPassword);
    source.setApplicationName("booking-read-model");
    source.setConnectTimeout(CONNECT_SECONDS_MAX);
    source.setLoginTimeout(LOGIN_SECONDS_MAX);
    source.setTcpKeepAlive(true);
    // The server's details quote whole rows; notes do not belong in logs.
    source.setLogServerErrorDetail(false);
    return source;
  }

  /**
   * Connections that fill tables which a crash may take: they are made again from the events. Some
   * of their statements take minutes, whatever the role's limit for others is.
   */
  DataSource forScratch() {
    PGSimpleDataSource source = forMigration();
    source.setOptions("-c synchronous_commit=off -c statement_timeout=0");
    return source;
  }

  /** The same database with the tables in another schema. */
  PostgresAddress inSchema(String schema) {
    // Of several parameters of one name the last counts.
    String mark = url.contains("?") ? "&" : "?";
    return new PostgresAddress(url + mark + "currentSchema=" + schema, user, password);
  }

  /** The schema of the tables. */
  String schema() {
    return Optional.ofNullable(forMigration().getCurrentSchema())
        .map(schemas -> schemas.split(",", 2)[0].strip())
        .orElse("public");
  }

  @Override
  public String toString() {
    return "PostgresAddress[url=" + url + ", user=" + user + "]";
  }
}
