package booking.local.bench.stage;

import static org.awaitility.Awaitility.await;

import booking.schemas.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The read model's database, seen by its superuser. */
public final class Tables implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofMillis(10);

  private final Stage stage;
  private final Connection connection;

  private Tables(Stage stage, Connection connection) {
    this.stage = stage;
    this.connection = connection;
  }

  public static Tables of(Stage stage) throws SQLException {
    return new Tables(
        stage,
        DriverManager.getConnection(
            stage.cluster().jdbcUrl(), "postgres", stage.cluster().logins().superuser()));
  }

  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Returns as soon as the tables hold every event that is committed now. */
  public void awaitFollowed() {
    Map<TopicPartition, Long> ends = stage.groups().ends(Topics.BOOKING_EVENTS.name());
    await("the read model follows")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(() -> hasFollowed(ends));
  }

  /** The last record of each partition is the mark of a commit, which nobody is given to read. */
  private boolean hasFollowed(Map<TopicPartition, Long> ends) throws SQLException {
    Map<TopicPartition, Long> next = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT topic, partition, next_offset FROM projection_progress")) {
      while (rows.next()) {
        next.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return ends.entrySet().stream()
        .filter(end -> end.getValue() > 0)
        .allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue() - 1);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
