package booking.worker.readmodel;

import booking.worker.operator.NotDoneException;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema beside the live one with the same tables, empty and without {@link LateIndexes} at
 * first, for one task at a time. It is dropped at the end, and what a killed task has left behind
 * is dropped at the next beginning.
 */
final class ScratchSchema implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScratchSchema.class);

  private final PostgresAddress address;
  private final Handle keeper;
  private final LateIndexes indexes;

  private ScratchSchema(PostgresAddress address, Handle keeper, LateIndexes indexes) {
    this.address = address;
    this.keeper = keeper;
    this.indexes = indexes;
  }

  /**
   * Makes it.
   *
   * @param purpose the task, in a word that ends the schema's name
   * @throws NotDoneException when another such task is at work
   */
  static ScratchSchema beside(PostgresAddress live, String purpose) {
    String name = live.schema() + "_" + purpose;
    // Postgres lets go of this lock when its connection ends, however the process ended.
    Handle keeper = ReadModelWriter.quiet(live.forMigration()).open();
    try {
      if (!lock(keeper, name)) {
        throw new NotDoneException(
            "Another %s is at work on this database. Wait until it has ended.".formatted(purpose));
      }
      drop(keeper, name);
      PostgresAddress address = live.inSchema(name);
      Migration.run(address);
      return new ScratchSchema(address, keeper, LateIndexes.drop(keeper, name));
    } catch (RuntimeException failed) {
      keeper.close();
      throw failed;
    }
  }

  /** At once: the end of a connection comes to a busy server some time after it was closed. */
  private static void unlock(Handle keeper) {
    keeper.execute("SELECT pg_advisory_unlock_all()");
  }

  private static boolean lock(Handle keeper, String name) {
    return keeper
        .select("SELECT pg_try_advisory_lock(hashtextextended(:name, 0))")
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  private static void drop(Handle keeper, String name) {
    // Its notices would tell each table that goes with it.
    keeper.execute("SET client_min_messages = warning");
    keeper.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(SchemaTables.quoted(name)));
  }

  /** Connections whose unqualified names are its tables. */
  Jdbi tables() {
    return ReadModelWriter.quiet(address.forScratch());
  }

  /** Makes the tables as readers want them, once they are full. */
  void finish(Consumer<String> said) {
    // Not by the keeper, whose lock would outlive a killed task until its statement is done.
    tables()
        .useHandle(
            handle -> {
              indexes.make(handle, said);
              said.accept("Analyzing all tables …");
              // Else readers would be given the plans of empty tables for a while.
              SchemaTables.names().forEach(table -> handle.execute("ANALYZE " + table));
            });
  }

  String name() {
    return address.schema();
  }

  @Override
  public void close() {
    try (keeper) {
      drop(keeper, name());
      unlock(keeper);
    } catch (RuntimeException unreachable) {
      // What the task did is done all the same; the next one drops what is left.
      LOG.warn("scratch_schema=left name={} reason=\"{}\"", name(), Reason.of(unreachable));
    }
  }
}
