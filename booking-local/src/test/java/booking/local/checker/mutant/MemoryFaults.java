package booking.local.checker.mutant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.BOOKING_STORE;
import static booking.local.checker.log.TopicNames.SLOT_STORE;
import static booking.local.checker.mutant.Edits.adding;
import static booking.local.checker.mutant.Edits.addingNewest;
import static booking.local.checker.mutant.Edits.fact;
import static booking.local.checker.mutant.Edits.row;
import static booking.local.checker.mutant.Edits.without;

import booking.local.checker.log.Fields;
import booking.local.checker.table.TableName;
import java.util.List;
import java.util.function.Predicate;

/** Faults of the order of events, and of what is remembered of them. */
final class MemoryFaults {

  private static final Predicate<Fields> ANY = any -> true;

  private MemoryFaults() {}

  static List<Mutant> all() {
    Predicate<Fields> closed = fact("TimeslotClosed");
    return List.of(
        new Mutant("version skipped", "I5", without(BOOKING_EVENTS, fact("BookingHeld"))),
        new Mutant("one version, two events", "I5", adding(BOOKING_EVENTS, closed, event -> event)),
        numbersOtherwise("put before validate", "lastNumber"),
        numbersOtherwise("a seat remembered that nobody has", "held"),
        new Mutant(
            "a slot remembered otherwise",
            "I7",
            adding(SLOT_STORE, ANY, slot -> slot.with("snapshot/roomName", "another"))),
        new Mutant(
            "a booking remembered otherwise",
            "I7",
            adding(BOOKING_STORE, ANY, booking -> booking.with("snapshot/userId", 1L << 40))),
        new Mutant(
            "read model without compare-and-set of its offsets",
            "I6",
            row(TableName.BOOKINGS, any -> true, row -> List.of(row.with("version", "1")))),
        new Mutant("a row is lost", "I6", row(TableName.REFUNDS, any -> true, row -> List.of())),
        new Mutant(
            "a row that no event left",
            "I6",
            row(
                TableName.PAYMENTS,
                any -> true,
                row -> List.of(row, row.with("id", "never-paid")))),
        new Mutant(
            "a slot that was promised is never made",
            "I12",
            without(BOOKING_EVENTS, fact("TimeslotCreated"))));
  }

  /** The newest booking of a slot says otherwise how its seats are taken. */
  private static Mutant numbersOtherwise(String name, String field) {
    String path = "slotAfter/" + field;
    return new Mutant(
        name,
        "I7",
        addingNewest(
            BOOKING_STORE,
            booking -> booking.record("slotAfter").number("version"),
            booking -> booking.with(path, (int) booking.record("slotAfter").number(field) + 1)));
  }
}
