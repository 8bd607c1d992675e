package booking.local.checker.invariant;

import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Notes;

/** I14: in the end all that lay there is read, and no transaction stays open. */
final class ComesToRest implements Invariant {

  private final Notes notes = new Notes("I14", "no lag, no open transaction");

  @Override
  public void see(LogRecord record, Past past) {
    // The broker knows who has read what.
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    Standstill standstill = evidence.standstill();
    notes.looked("readers' partitions", standstill.unread().size());
    notes.looked("transactions", standstill.transactions());
    standstill
        .unread()
        .forEach(
            (where, unread) ->
                notes.require(unread == 0, where, "%d records or more are not read", unread));
    standstill
        .openTransactions()
        .forEach(open -> notes.require(false, open, "the transaction is still open"));
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
