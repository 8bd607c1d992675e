package booking.worker.readmodel;

import booking.schemas.BookingEvent;
import booking.worker.readmodel.Row.EventRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.generic.GenericContainer;
import org.jspecify.annotations.Nullable;

/** The audit trail: a line for each event of a slot. */
final class EventTable {

  static final Table<EventRow> TABLE =
      new Table<>(
          "booking_events", EventRow.class, Repeat.firstStays("timeslot_id, version"), columns());

  private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private EventTable() {}

  private static List<Column<EventRow>> columns() {
    return List.of(
        Column.id("timeslot_id", row -> row.event().getTimeslotId()),
        Column.id("version", row -> row.event().getVersion()),
        Column.text("kind", row -> kind(row.event())),
        Column.id("booking_id", row -> bookingId(row.event())),
        Column.text("request_id", row -> row.event().getRequestId()),
        Column.id("user_id", row -> row.event().getRequestedBy()),
        Column.time("occurred_at", row -> row.event().getOccurredAt()));
  }

  /** The fact's name in the words of the tables: {@code BookingHeld} is {@code booking_held}. */
  private static String kind(BookingEvent event) {
    String fact = ((GenericContainer) event.getFact()).getSchema().getName();
    return NEXT_WORD.matcher(fact).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  private static @Nullable Long bookingId(BookingEvent event) {
    return Optional.ofNullable(event.getBookingAfter())
        .map(booking -> booking.getBookingId())
        .orElse(null);
  }
}
