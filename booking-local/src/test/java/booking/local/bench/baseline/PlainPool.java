package booking.local.bench.baseline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections for the baseline: as many as it has threads. */
final class PlainPool {

  /** How many there are. */
  static final int CONNECTIONS = 16;

  private PlainPool() {}

  static HikariDataSource open(String url, String user, String password) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(CONNECTIONS);
    return new HikariDataSource(pool);
  }
}
