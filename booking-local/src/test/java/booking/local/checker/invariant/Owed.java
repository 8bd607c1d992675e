package booking.local.checker.invariant;

import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.Map;

/** Records that one decision owes to another topic, each once. */
final class Owed {

  private final Notes notes;
  private final String what;
  private final Map<String, Debt> debts = new HashMap<>();

  /** One of them. */
  private static final class Debt {
    private final Object content;
    private final Place place;
    private final boolean needed;
    private boolean paid;

    private Debt(Object content, Place place, boolean needed) {
      this.content = content;
      this.place = place;
      this.needed = needed;
    }
  }

  Owed(Notes notes, String what) {
    this.notes = notes;
    this.what = what;
  }

  /**
   * A record with this id must come.
   *
   * @param content what it must carry, equal to what will come
   */
  void owe(String id, Object content, LogRecord because) {
    debts.putIfAbsent(id, new Debt(content, because.place(), true));
  }

  /** A record with this id may come. */
  void allow(String id, Object content, LogRecord because) {
    debts.putIfAbsent(id, new Debt(content, because.place(), false));
  }

  /** A record with this id came. */
  void pay(String id, Object content, LogRecord record) {
    notes.looked(what + "s");
    Debt debt = debts.get(id);
    if (debt == null) {
      notes.violated(Harm.WRONG, record.place(), "nothing happened that %s %s tells", what, id);
    } else if (debt.paid) {
      notes.violated(Harm.TWICE, record.place(), "%s %s came before", what, id);
    } else {
      debt.paid = true;
      notes.require(
          debt.content.equals(content),
          record.place(),
          "%s %s says %s, %s says %s",
          what,
          id,
          content,
          debt.place,
          debt.content);
    }
  }

  void conclude() {
    debts.forEach(
        (id, debt) -> {
          if (debt.needed && !debt.paid) {
            notes.violated(Harm.LOST, debt.place, "%s %s never came", what, id);
          }
        });
  }
}
