package booking.worker.readmodel;

import booking.worker.readmodel.Row.RefundRow;
import java.util.List;

/** The table of money that goes back. */
final class RefundTable {

  static final Table<RefundRow> TABLE =
      new Table<>("refunds", RefundRow.class, Repeat.newestStays(), columns());

  private RefundTable() {}

  private static List<Column<RefundRow>> columns() {
    return List.of(
        Column.text("id", row -> row.refund().getRefundId()),
        Column.id("version", row -> row.version()),
        Column.text("payment_id", row -> row.refund().getPaymentId()),
        Column.id("booking_id", row -> row.refund().getBookingId()),
        Column.money("amount", row -> row.refund().getAmount()),
        Column.text("currency", row -> row.refund().getCurrency()),
        Column.text("reason", row -> row.refund().getReason()),
        Column.word("status", row -> row.refund().getStatus()),
        Column.text("detail", row -> row.refund().getDetail()),
        Column.time("requested_at", row -> row.refund().getRequestedAt()),
        Column.time("settled_at", row -> row.refund().getSettledAt()));
  }
}
