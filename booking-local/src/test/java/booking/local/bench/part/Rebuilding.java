package booking.local.bench.part;

import booking.local.bench.measure.Figure;
import booking.local.bench.measure.Goal;
import booking.local.bench.measure.Series;
import booking.local.bench.measure.Subject;
import booking.local.bench.measure.Turns;
import booking.local.bench.measure.Unit;
import booking.local.bench.stage.Stage;
import booking.local.bench.stage.Tables;
import booking.local.faults.cluster.Ended;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The read model made anew by an operator's command from all events that are there, beside {@code
 * COPY} of the rows that it made. Once, for it takes as long as five rounds of anything else.
 */
final class Rebuilding {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final List<String> TABLES =
      List.of("rooms", "timeslots", "bookings", "requests", "booking_events");

  private static final Subject SUBJECT =
      Subject.of(
              "rebuild",
              Unit.PER_SECOND,
              "events of the log, folded into new tables by the operator's command",
              "COPY of the rows that they made into such tables with their indexes")
          .toReach(Goal.ratio(25, 50));

  private Rebuilding() {}

  /** The worker is stopped and Postgres started for it. */
  static Figure measure(Stage stage, Turns turns) throws Exception {
    stage.worker().stop();
    stage.cluster().postgres().restart();
    long from = System.nanoTime();
    Ended ended = stage.cluster().operate(List.of("rebuild"), PATIENCE);
    long rebuilding = System.nanoTime() - from;
    if (ended.code() != 0) {
      throw new IllegalStateException(ended.said());
    }
    try (Tables tables = Tables.of(stage)) {
      long events = tables.count("SELECT count(*) FROM booking_events");
      long copying = copy(tables);
      turns.said().accept("rebuilt from %,d events".formatted(events));
      return new Figure(
          SUBJECT,
          new Series(List.of(perSecond(events, rebuilding))),
          Optional.of(new Series(List.of(perSecond(events, copying)))));
    }
  }

  private static long perSecond(long events, long nanos) {
    return Math.round((double) events * TimeUnit.SECONDS.toNanos(1) / nanos);
  }

  /** Nanoseconds that COPY takes to read all rows from files. */
  private static long copy(Tables tables) throws SQLException {
    tables.execute("CREATE SCHEMA copied");
    tables.execute("CREATE TABLE copied.folder AS SELECT current_setting('data_directory') AS is");
    for (String table : TABLES) {
      tables.execute("CREATE TABLE copied.%1$s (LIKE %1$s INCLUDING ALL)".formatted(table));
      tables.execute(copy("COPY public.%1$s TO %%L", table));
    }
    long from = System.nanoTime();
    for (String table : TABLES) {
      tables.execute(copy("COPY copied.%1$s FROM %%L", table));
    }
    return System.nanoTime() - from;
  }

  /** The files lie where Postgres may write: beside its own. */
  private static String copy(String sql, String table) {
    return """
        DO $$ BEGIN
          EXECUTE (SELECT format('%s', "is" || '/%s.copy') FROM copied.folder);
        END $$"""
        .formatted(sql.formatted(table), table);
  }
}
