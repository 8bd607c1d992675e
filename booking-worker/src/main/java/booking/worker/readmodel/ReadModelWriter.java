package booking.worker.readmodel;

import booking.worker.readmodel.Batch.ProjectedRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/** The only writer of the tables: a batch's rows and its offsets in one transaction. */
final class ReadModelWriter implements AutoCloseable {

  /** Every table that holds rows of the fold. */
  static final List<Table<?>> TABLES =
      List.of(
          RoomTable.TABLE,
          TimeslotTable.TABLE,
          BookingTable.TABLE,
          PaymentTable.TABLE,
          RefundTable.TABLE,
          RequestTable.TABLE,
          EventTable.TABLE);

  private final SteadyConnection connection;

  ReadModelWriter(DataSource postgres) {
    this.connection = new SteadyConnection(quiet(postgres));
  }

  /** Without templates in the SQL, and without values in the messages of failures. */
  static Jdbi quiet(DataSource postgres) {
    Jdbi jdbi = Jdbi.create(postgres);
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  /** The next offset of each partition that was ever followed. */
  Map<TopicPartition, Long> progress() {
    return connection.inTransaction(ProgressTable::stored);
  }

  /** Begins to follow partitions at these offsets, unless they are followed already. */
  void begin(Map<TopicPartition, Long> offsets) {
    connection.inTransaction(
        handle -> {
          ProgressTable.begin(handle, offsets);
          return offsets;
        });
  }

  /**
   * Writes a batch whole, or nothing of it.
   *
   * @return how many rows it left
   * @throws ProgressMovedException when the batch does not begin where the tables stand
   */
  int write(Batch batch) {
    return connection.inTransaction(handle -> write(handle, batch));
  }

  /**
   * The same within a transaction that somebody else began.
   *
   * @return how many rows it left
   * @throws ProgressMovedException when the batch does not begin where the tables stand
   */
  static int write(Handle handle, Batch batch) {
    Rows rows = batch.rows();
    // The offsets first: a writer that lost its partitions is turned away before it locks rows.
    ProgressTable.move(handle, batch.moves());
    write(handle, rows);
    return rows.count();
  }

  /**
   * The record of a batch that Postgres refuses: the batch is tried record by record and taken
   * back. Empty when it would now take them all.
   */
  Optional<RecordPlace> refused(Batch batch) {
    return connection.inTransaction(
        handle -> {
          handle.execute("SET CONSTRAINTS ALL IMMEDIATE");
          Optional<RecordPlace> refused =
              batch.records().stream()
                  .filter(read -> !accepts(handle, read))
                  .map(ProjectedRecord::place)
                  .findFirst();
          handle.rollback();
          return refused;
        });
  }

  private static boolean accepts(Handle handle, ProjectedRecord read) {
    try {
      write(handle, Rows.lasting(read.rows()));
      return true;
    } catch (JdbiException failure) {
      if (PostgresTrouble.passes(failure)) {
        throw failure;
      }
      return false;
    }
  }

  private static void write(Handle handle, Rows rows) {
    TABLES.forEach(table -> table.write(handle, rows));
  }

  @Override
  public void close() {
    connection.close();
  }
}
