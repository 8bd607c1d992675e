package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.BOOKING_RESULTS;
import static booking.local.checker.log.TopicNames.CATALOG_EVENTS;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import booking.local.checker.table.DecidedRequest;
import booking.local.checker.table.ExpectedRows;
import booking.local.checker.table.TableName;
import booking.local.checker.table.TableRow;
import booking.local.checker.table.Tables;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** I6: the tables are what the events left, row for row, as far as the tables have followed. */
final class TablesAreEvents implements Invariant {

  private final Notes notes = new Notes("I6", "Postgres is the fold of the events");
  private final Tables tables;
  private final Map<TableName, Map<String, String>> expected = new EnumMap<>(TableName.class);
  private final Map<String, DecidedRequest> requests = new HashMap<>();

  TablesAreEvents(Tables tables) {
    this.tables = tables;
    for (TableName table : TableName.values()) {
      expected.put(table, new HashMap<>());
    }
  }

  @Override
  public void see(LogRecord record, Past past) {
    Place place = record.place();
    if (place.offset() >= tables.followed(place.topic(), place.partition())) {
      return;
    }
    switch (record.topic()) {
      case BOOKING_EVENTS -> {
        notes.looked("events");
        ExpectedRows.ofBookingEvent(record.said()).forEach(this::expect);
        DecidedRequest.ofBookingEvent(record.said()).ifPresent(this::expect);
      }
      case CATALOG_EVENTS -> {
        notes.looked("events");
        Fields room = record.said().record("roomAfter");
        expect(ExpectedRows.room(room));
        expect(DecidedRequest.ofCatalogEvent(record.said()));
      }
      case BOOKING_RESULTS -> DecidedRequest.ofResult(record.said()).ifPresent(this::expect);
      default -> {
        // The tables follow no other topic.
      }
    }
  }

  /** Later rows replace earlier ones: a slot's events come in order, and so do the catalogue's. */
  private void expect(TableRow row) {
    Map<String, String> rows = expected.get(row.table());
    if (row.table() == TableName.PAYMENTS || row.table() == TableName.BOOKING_EVENTS) {
      rows.putIfAbsent(row.key(), row.packed());
    } else {
      rows.put(row.key(), row.packed());
    }
  }

  private void expect(DecidedRequest request) {
    requests.merge(request.id(), request, DecidedRequest::orStronger);
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    requests.values().forEach(request -> expect(request.row()));
    requests.clear();
    for (TableName table : TableName.values()) {
      Map<String, String> rows = expected.get(table);
      tables.each(table, row -> compare(row, rows));
      rows.values()
          .forEach(
              packed -> {
                TableRow missing = TableRow.unpacked(table, packed);
                notes.violated(Harm.ROW, where(missing), "the row is missing: %s", missing);
              });
    }
  }

  private void compare(TableRow row, Map<String, String> rows) {
    notes.looked(row.table().sql());
    String packed = rows.remove(row.key());
    if (packed == null) {
      notes.violated(Harm.ROW, where(row), "no event left this row: %s", row);
    } else if (!packed.equals(row.packed())) {
      TableRow should = TableRow.unpacked(row.table(), packed);
      notes.violated(Harm.ROW, where(row), "%s", row.difference(should));
    }
  }

  private static String where(TableRow row) {
    return row.table().name().toLowerCase(Locale.ROOT) + " " + row.key();
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
