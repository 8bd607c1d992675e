package booking.local.checker.table;

import java.util.function.Consumer;

/** The read model at one moment. */
public interface Tables {

  /** The offset of the first record of a partition that the tables have not followed. */
  long followed(String topic, int partition);

  /** Hands over each row of a table, in no order. */
  void each(TableName table, Consumer<TableRow> reader);
}
