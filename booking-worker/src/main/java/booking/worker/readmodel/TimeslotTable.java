package booking.worker.readmodel;

import booking.worker.readmodel.Row.TimeslotRow;
import java.util.List;

/** The table of timeslots, each as its last event left it. */
final class TimeslotTable {

  static final Table<TimeslotRow> TABLE =
      new Table<>("timeslots", TimeslotRow.class, Repeat.newestStays(), columns());

  private TimeslotTable() {}

  private static List<Column<TimeslotRow>> columns() {
    return List.of(
        Column.id("id", row -> row.timeslot().getTimeslotId()),
        Column.id("version", row -> row.version()),
        Column.id("room_id", row -> row.timeslot().getRoomId()),
        Column.time("start_time", row -> row.timeslot().getStartsAt()),
        Column.time("end_time", row -> row.timeslot().getEndsAt()),
        Column.money("price", row -> row.timeslot().getPrice()),
        Column.text("currency", row -> row.timeslot().getCurrency()),
        Column.count("max_bookings", row -> row.timeslot().getMaxBookings()),
        Column.flag("is_open", row -> row.timeslot().getOpen()),
        Column.count("held", row -> row.timeslot().getHeld()),
        Column.count("confirmed", row -> row.timeslot().getConfirmed()),
        Column.time("created_at", row -> row.timeslot().getCreatedAt()),
        Column.time("updated_at", row -> row.timeslot().getUpdatedAt()));
  }
}
