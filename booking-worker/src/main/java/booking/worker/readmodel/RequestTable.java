package booking.worker.readmodel;

import booking.worker.readmodel.Row.RequestRow;
import java.time.Instant;
import java.util.List;

/** The table of decided requests, one row each. */
final class RequestTable {

  /** {@link RequestRow#replaces} in SQL: the same order, so that batches may be cut anywhere. */
  private static final String STRONGER =
      """
      (EXCLUDED.code IS NOT NULL, EXCLUDED.room_id IS NULL, EXCLUDED.decided_at,
       coalesce(EXCLUDED.timeslot_id, 0))
      < (stored.code IS NOT NULL, stored.room_id IS NULL, stored.decided_at,
         coalesce(stored.timeslot_id, 0))""";

  static final Table<RequestRow> TABLE =
      new Table<>("requests", RequestRow.class, Repeat.strongestStays(STRONGER), columns());

  private RequestTable() {}

  /** SQL that is true of requests decided before a time, of all when that is the end of time. */
  static String decidedBefore(Instant time) {
    return "decided_at < '%s'::timestamptz".formatted(time.equals(Instant.MAX) ? "infinity" : time);
  }

  private static List<Column<RequestRow>> columns() {
    return List.of(
        Column.text("id", RequestRow::id),
        Column.id("user_id", RequestRow::userId),
        Column.text("status", row -> row.refusal().isPresent() ? "rejected" : "accepted"),
        Column.text("code", row -> row.refusal().orElse(null)),
        Column.id("timeslot_id", row -> row.timeslotId().orElse(null)),
        Column.id("booking_id", row -> row.bookingId().orElse(null)),
        Column.id("room_id", row -> row.roomId().orElse(null)),
        Column.time("decided_at", RequestRow::decidedAt));
  }
}
