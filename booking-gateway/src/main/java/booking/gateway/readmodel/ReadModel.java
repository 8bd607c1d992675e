package booking.gateway.readmodel;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dropwizard.lifecycle.Managed;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The read model's connections. While Postgres does not answer, whoever asks hears so at once. Safe
 * for all threads.
 */
public final class ReadModel implements Managed {

  private static final String CONNECT_SECONDS = "3";
  // Longer than any statement may take: only a Postgres that has stopped dead is met by it.
  private static final String SOCKET_SECONDS = "3";
  private static final Duration ALIVE_CHECK = Duration.ofMillis(500);
  private static final String IDLE_IN_TRANSACTION_MILLIS = "5000";

  // By SQLSTATE: connection lost, out of resources, shut down or shutting down.
  private static final Pattern LOST = Pattern.compile("08...|53...|57P..");
  // Statement cancelled, lock not had, idle for too long: this one read failed, others may not.
  private static final Pattern TOO_SLOW = Pattern.compile("57014|55P03|25P03");
  private static final String SOON = "Bookings are safe; reading works again soon.";
  private static final Heartbeat.Bounds BEAT =
      new Heartbeat.Bounds(Duration.ofMillis(400), Duration.ofSeconds(1));

  private final Heartbeat heartbeat = new Heartbeat(this::answers, BEAT);
  // Of the heartbeat, and of the one who asks for all whose decisions must be readable.
  private static final int RESERVED = 2;

  private final HikariDataSource connections;
  private final HikariDataSource reserved;
  private final Jdbi callers;
  private final Jdbi ours;

  public ReadModel(ReadModelSettings settings) {
    this.connections = pool(settings, "read-model", settings.connections());
    this.reserved = pool(settings, "read-model-reserved", RESERVED);
    this.callers = jdbi(connections);
    this.ours = jdbi(reserved);
  }

  private static HikariDataSource pool(ReadModelSettings settings, String name, int connections) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.user());
    pool.setPassword(settings.password().value());
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(settings.connectionWait().toMilliseconds());
    pool.setValidationTimeout(ALIVE_CHECK.toMillis());
    // The gateway starts, and takes requests, while Postgres is away.
    pool.setInitializationFailTimeout(-1);
    pool.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
    pool.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("ApplicationName", "booking-gateway");
    pool.addDataSourceProperty("options", session(settings));
    return new HikariDataSource(pool);
  }

  private static Jdbi jdbi(HikariDataSource connections) {
    return Jdbi.create(connections).registerArrayType(Long.class, "bigint");
  }

  private static String session(ReadModelSettings settings) {
    return "-c statement_timeout="
        + settings.statementTimeout().toMilliseconds()
        + " -c lock_timeout="
        + settings.lockTimeout().toMilliseconds()
        + " -c idle_in_transaction_session_timeout="
        + IDLE_IN_TRANSACTION_MILLIS
        + " -c default_transaction_read_only=on"
        + " -c default_transaction_isolation=repeatable\\ read";
  }

  /**
   * Asks one statement.
   *
   * @throws ProblemException READ_MODEL_UNAVAILABLE when Postgres cannot be reached or is too slow
   */
  public <T> T read(HandleCallback<T, RuntimeException> question) {
    return answer(() -> callers.withHandle(question));
  }

  /**
   * Asks one statement for everybody, by one thread, however many callers wait for a connection.
   *
   * @throws ProblemException as {@link #read}
   */
  public <T> T readForAll(HandleCallback<T, RuntimeException> question) {
    return answer(() -> ours.withHandle(question));
  }

  /**
   * Asks several statements about one moment.
   *
   * @throws ProblemException as {@link #read}
   */
  public <T> T readOneMoment(HandleCallback<T, RuntimeException> questions) {
    return answer(() -> callers.inTransaction(questions));
  }

  private <T> T answer(Supplier<T> question) {
    if (!heartbeat.isAlive()) {
      throw new ProblemException(ProblemCode.READ_MODEL_UNAVAILABLE, SOON);
    }
    try {
      return question.get();
    } catch (JdbiException failed) {
      boolean lost = isLost(failed);
      if (lost) {
        heartbeat.missed();
      }
      if (lost || isBusy(failed) || hasState(failed, TOO_SLOW)) {
        throw new ProblemException(ProblemCode.READ_MODEL_UNAVAILABLE, SOON, failed);
      }
      // Whatever else Postgres says is a bug of a statement.
      throw failed;
    }
  }

  // Whatever Postgres answers, it answers: only what callers too would wait for in vain counts.
  private boolean answers() {
    try {
      return ours.withHandle(handle -> handle.select("SELECT true").mapTo(Boolean.class).one());
    } catch (JdbiException failed) {
      return !isLost(failed);
    }
  }

  private static boolean isLost(JdbiException failed) {
    return failed instanceof ConnectionException && !isBusy(failed) || hasState(failed, LOST);
  }

  // The pool's way to say that all connections were in use for as long as the caller would wait;
  // what keeps it from making one is the cause.
  private static boolean isBusy(JdbiException failed) {
    return failed.getCause() instanceof SQLTransientConnectionException full
        && full.getCause() == null;
  }

  private static boolean hasState(Throwable failed, Pattern states) {
    for (Throwable link = failed; link != null; link = link.getCause()) {
      if (link instanceof SQLException sql
          && sql.getSQLState() != null
          && states.matcher(sql.getSQLState()).matches()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void start() {
    heartbeat.start();
  }

  @Override
  public void stop() throws InterruptedException {
    heartbeat.stop();
    connections.close();
    reserved.close();
  }
}
