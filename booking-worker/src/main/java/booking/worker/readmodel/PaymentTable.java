package booking.worker.readmodel;

import booking.worker.readmodel.Row.PaymentRow;
import java.util.List;

/** The table of money that came, and whether a booking keeps it. */
final class PaymentTable {

  static final Table<PaymentRow> TABLE =
      new Table<>(
          "payments", PaymentRow.class, Repeat.firstStays("id, booking_id, outcome"), columns());

  private PaymentTable() {}

  private static List<Column<PaymentRow>> columns() {
    return List.of(
        Column.text("id", row -> row.payment().getPaymentId()),
        Column.id("booking_id", row -> row.bookingId()),
        Column.money("amount", row -> row.payment().getAmount()),
        Column.text("currency", row -> row.payment().getCurrency()),
        Column.word("outcome", row -> row.fate()),
        Column.time("paid_at", row -> row.payment().getPaidAt()),
        Column.time("received_at", row -> row.receivedAt()));
  }
}
