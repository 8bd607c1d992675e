package booking.worker.readmodel;

import booking.worker.readmodel.Row.BookingRow;
import java.util.List;

/** The table of bookings, each as its last event left it. */
final class BookingTable {

  static final Table<BookingRow> TABLE =
      new Table<>("bookings", BookingRow.class, Repeat.newestStays(), columns());

  private BookingTable() {}

  private static List<Column<BookingRow>> columns() {
    return List.of(
        Column.id("id", row -> row.booking().getBookingId()),
        Column.id("version", row -> row.version()),
        Column.id("user_id", row -> row.booking().getUserId()),
        Column.id("timeslot_id", row -> row.booking().getTimeslotId()),
        Column.id("room_id", row -> row.booking().getRoomId()),
        Column.word("status", row -> row.booking().getStatus()),
        Column.text("booking_type", row -> row.booking().getBookingType()),
        Column.money("price", row -> row.booking().getPrice()),
        Column.text("currency", row -> row.booking().getCurrency()),
        Column.word("payment_status", row -> row.booking().getPaymentStatus()),
        Column.text("payment_id", row -> row.booking().getPaymentId()),
        Column.text("notes", row -> row.booking().getNotes()),
        Column.text("metadata", row -> row.booking().getMetadata()),
        Column.time("hold_expires_at", row -> row.booking().getHoldExpiresAt()),
        Column.word("cancel_reason", row -> row.booking().getCancelReason()),
        Column.money("refund_amount", row -> row.booking().getRefundAmount()),
        Column.time("created_at", row -> row.booking().getCreatedAt()),
        Column.time("updated_at", row -> row.booking().getUpdatedAt()),
        Column.time("cancelled_at", row -> row.booking().getCancelledAt()));
  }
}
