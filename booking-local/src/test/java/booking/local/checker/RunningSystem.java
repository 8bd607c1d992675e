package booking.local.checker;

import booking.local.checker.invariant.Evidence;
import booking.local.checker.invariant.Standstill;
import booking.local.checker.log.KafkaLog;
import booking.local.checker.log.MemoryLog;
import booking.local.checker.log.TopicNames;
import booking.local.checker.report.Report;
import booking.local.checker.table.JdbcTables;
import booking.local.checker.table.MemoryTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * A system to be checked while it runs, with nobody asking anything of it.
 *
 * @param bootstrapServers of its Kafka
 */
public record RunningSystem(String bootstrapServers, Database database) {

  private static final int ATTEMPTS = 10;

  /** Topics on which time alone writes, and what is only remembered: they say nothing new. */
  private static final Set<String> EVER_MOVING =
      Set.of(TopicNames.TICKS, TopicNames.SLOT_STORE, TopicNames.BOOKING_STORE);

  /** Waits until the system rests, then checks all of it; needs little memory. */
  public Report check(Questions questions) {
    return whileItHoldsStill(questions, Checker::check);
  }

  /** Waits until the system rests, then reads all of it, to be checked as often as wanted. */
  public Evidence read(Questions questions) {
    return whileItHoldsStill(
        questions,
        live -> live.with(MemoryLog.of(live.log())).with(MemoryTables.of(live.tables())));
  }

  /** The log and the tables are read one after another; what moved meanwhile is read again. */
  private <T> T whileItHoldsStill(Questions questions, Function<Evidence, T> reading) {
    List<String> topics =
        Stream.concat(TopicNames.IN_ORDER.stream(), TopicNames.WITHIN.stream())
            .filter(topic -> !EVER_MOVING.contains(topic))
            .toList();
    try (KafkaLog log = new KafkaLog(bootstrapServers)) {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Standstill standstill = Settling.await(this, log, questions.patience());
        Map<TopicPartition, Long> ends = log.ends(topics);
        T read = reading(questions, log, standstill, reading);
        if (log.ends(topics).equals(ends)) {
          return read;
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(database + " cannot be read", failed);
    }
    throw new IllegalStateException(
        "The log did not hold still while it was read: end all load first, then check");
  }

  private <T> T reading(
      Questions questions, KafkaLog log, Standstill standstill, Function<Evidence, T> reading)
      throws SQLException {
    try (Connection connection = database.connect()) {
      return reading.apply(
          new Evidence(
              log,
              new JdbcTables(connection),
              questions.history(),
              standstill,
              questions.secrets(),
              questions.holdTolerance()));
    }
  }
}
