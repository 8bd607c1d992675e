package booking.worker.readmodel;

import booking.worker.operator.NotDoneException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The replacement of the live tables by others, in one transaction.
 *
 * <p>First workers are kept from moving the live tables on, by the offsets' table that each of
 * their batches begins with; then the last records are folded, so that no reader ever sees less
 * than before; then readers are kept out for the moment that the change of names takes. A worker
 * that waited finds the offsets where it left them and goes on.
 *
 * @param live where the new tables are to be
 * @param fresh where they are now
 */
record Swap(SchemaTables live, SchemaTables fresh) {

  private static final String LOCK_TIMEOUT = "55P03";
  private static final String DEADLOCK = "40P01";

  /** Below what workers wait for a lock, and far above what a batch takes. */
  private static final String WAIT_FOR_WORKERS = "1500ms";

  /** Below what gateways wait for a lock, since readers queue up behind whoever waits here. */
  private static final String WAIT_FOR_READERS = "200ms";

  private static final String GRANTS =
      """
      SELECT format('GRANT %s ON %I.%I TO %s%s', allowed.privilege_type, :fresh, old.relname,
                    coalesce(quote_ident(who.rolname), 'PUBLIC'),
                    CASE WHEN allowed.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
      FROM pg_class AS old
      JOIN pg_namespace AS home ON home.oid = old.relnamespace AND home.nspname = :live
      JOIN pg_tables AS new ON new.schemaname = :fresh AND new.tablename = old.relname
      CROSS JOIN LATERAL aclexplode(old.relacl) AS allowed
      LEFT JOIN pg_roles AS who ON who.oid = allowed.grantee
      WHERE allowed.grantee <> old.relowner""";

  /** Why it did not happen this time. */
  enum Held {
    TOO_FAR_BEHIND("the live tables moved on too far"),
    IN_USE("somebody else holds the live tables");

    private final String reason;

    Held(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private static final class TooFarBehindException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Swaps, or changes nothing.
   *
   * @param tables connections to the new tables
   * @param lastStepMax records to fold at most while workers wait
   */
  Optional<Held> tryNow(Jdbi tables, Fold fold, long lastStepMax) {
    try {
      tables.useTransaction(
          handle -> {
            holdWorkers(handle);
            Map<TopicPartition, Long> reached = live.progress(handle);
            if (fold.missing(reached) > lastStepMax) {
              throw new TooFarBehindException();
            }
            fold.to(reached, handle);
            // A table with a check that is still to come cannot be moved.
            handle.execute("SET CONSTRAINTS ALL IMMEDIATE");
            requireSameVersion(handle);
            grantAsBefore(handle);
            holdReaders(handle);
            rename(handle);
          });
      return Optional.empty();
    } catch (TooFarBehindException tooFar) {
      return Optional.of(Held.TOO_FAR_BEHIND);
    } catch (RuntimeException failed) {
      if (PostgresTrouble.sqlState(failed).filter(Swap::isWait).isPresent()) {
        fold.recall();
        return Optional.of(Held.IN_USE);
      }
      throw failed;
    }
  }

  private static boolean isWait(String state) {
    return state.equals(LOCK_TIMEOUT) || state.equals(DEADLOCK);
  }

  private void holdWorkers(Handle handle) {
    if (live.present(handle).contains(ProgressTable.NAME)) {
      handle.execute("SET LOCAL lock_timeout = '" + WAIT_FOR_WORKERS + "'");
      handle.execute("LOCK TABLE " + live.sql(ProgressTable.NAME) + " IN EXCLUSIVE MODE");
    }
  }

  /** Tables of one version under the history of another would be migrated wrongly one day. */
  private void requireSameVersion(Handle handle) {
    if (!Migration.steps(handle, live.schema()).equals(Migration.steps(handle, fresh.schema()))) {
      throw new NotDoneException(
          "The live tables were made by another version of the worker. Nothing was changed; rebuild"
              + " with the version that runs.");
    }
  }

  private void holdReaders(Handle handle) {
    Set<String> present = live.present(handle);
    handle.execute("SET LOCAL lock_timeout = '" + WAIT_FOR_READERS + "'");
    SchemaTables.names().stream()
        .filter(present::contains)
        .forEach(
            table -> handle.execute("LOCK TABLE " + live.sql(table) + " IN ACCESS EXCLUSIVE MODE"));
  }

  private void rename(Handle handle) {
    for (String table : SchemaTables.names()) {
      handle.execute("DROP TABLE IF EXISTS " + live.sql(table));
      handle.execute(
          "ALTER TABLE %s SET SCHEMA %s"
              .formatted(fresh.sql(table), SchemaTables.quoted(live.schema())));
    }
  }

  /** Who was allowed what on a live table, be it by hand, is allowed it on the new one. */
  private void grantAsBefore(Handle handle) {
    List<String> grants =
        handle
            .select(GRANTS)
            .bind("live", live.schema())
            .bind("fresh", fresh.schema())
            .mapTo(String.class)
            .list();
    grants.forEach(handle::execute);
  }
}
