package booking.worker.readmodel;

import booking.worker.operator.NotDoneException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The question whether Postgres is what the events say, row for row. The events are folded anew
 * beside the live tables, exactly as far as these have followed them, and compared with them; the
 * live ones may go on moving meanwhile, since the last step sees one moment of theirs.
 *
 * @param live the tables that gateways read; they are not touched
 * @param said hears, line by line, how far it is
 */
public record Verification(PostgresAddress live, EventSource events, Consumer<String> said) {

  /** Records that the last step may have to read while Postgres keeps its moment for it. */
  private static final long LAST_STEP_MAX = 20_000;

  private static final int CHASES_MAX = 20;

  /**
   * Folds and compares; takes as long as reading all events.
   *
   * @return a report for each table
   * @throws NotDoneException when the question cannot be answered; it says what to do
   */
  public List<TableReport> run() {
    try (EventLog log = events.open();
        ScratchSchema scratch = ScratchSchema.beside(live, "verify")) {
      return compare(log, scratch.tables());
    } catch (RuntimeException failed) {
      throw Advice.of(failed);
    }
  }

  private List<TableReport> compare(EventLog log, Jdbi tables) {
    SchemaTables seen = new SchemaTables(live.schema());
    requireTables(tables, seen);
    said.accept("Folding the events, as far as the live tables have followed them …");
    Fold fold = new Fold(log, tables, said);
    chase(fold, tables, seen);
    return tables.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          Map<TopicPartition, Long> moment = seen.progress(handle);
          fold.to(moment, handle);
          said.accept("Folded " + fold.pace() + ". Comparing …");
          return reports(handle, seen, log.expiry().missingBefore());
        });
  }

  private void requireTables(Jdbi tables, SchemaTables seen) {
    if (!tables.withHandle(seen::present).containsAll(SchemaTables.names())) {
      throw new NotDoneException(
          "The read model's tables are not all there in schema %s. Check POSTGRES_URL; a worker"
                  .formatted(live.schema())
              + " makes them when it starts, and rebuild makes them anew.");
    }
  }

  /** Follows the live tables until little is left for the step that holds on to their moment. */
  private static void chase(Fold fold, Jdbi tables, SchemaTables seen) {
    Map<TopicPartition, Long> goal = tables.withHandle(seen::progress);
    for (int i = 0; i < CHASES_MAX && fold.missing(goal) > LAST_STEP_MAX; i++) {
      fold.to(goal);
      goal = tables.withHandle(seen::progress);
    }
  }

  private static List<TableReport> reports(
      Handle handle, SchemaTables seen, Optional<Instant> missingBefore) {
    handle.execute("SET LOCAL TIME ZONE 'UTC'");
    return ReadModelWriter.TABLES.stream()
        .map(table -> new TableComparison(table, seen.sql(table.name()), missingBefore))
        .map(comparison -> comparison.run(handle))
        .toList();
  }
}
