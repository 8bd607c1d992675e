package booking.local.checker.table;

import static booking.local.checker.table.Cell.flag;
import static booking.local.checker.table.Cell.id;
import static booking.local.checker.table.Cell.money;
import static booking.local.checker.table.Cell.text;
import static booking.local.checker.table.Cell.tiers;
import static booking.local.checker.table.Cell.time;
import static booking.local.checker.table.Cell.word;

import booking.local.checker.log.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows that a record of the log leaves, by the words of the tables. */
public final class ExpectedRows {

  private ExpectedRows() {}

  /** Of an event of a slot. */
  public static List<TableRow> ofBookingEvent(Fields event) {
    List<TableRow> rows = new ArrayList<>();
    Fields fact = event.record("fact");
    Optional<Fields> booking = event.maybe("bookingAfter", event::record);
    rows.add(trail(event, fact, booking));
    rows.add(timeslot(event.record("timeslotAfter")));
    booking.ifPresent(after -> rows.add(booking(after, event.number("version"))));
    if (fact.type().equals("BookingConfirmed")) {
      fact.maybe("payment", fact::record)
          .ifPresent(payment -> rows.add(payment(event, payment, "kept")));
    } else if (fact.type().equals("PaymentRefunded")) {
      rows.add(payment(event, fact.record("payment"), "returned"));
    }
    if (List.of("BookingCancelled", "PaymentRefunded", "RefundClosed").contains(fact.type())) {
      fact.maybe("refund", fact::record)
          .ifPresent(refund -> rows.add(refund(refund, event.number("version"))));
    }
    return rows;
  }

  private static TableRow trail(Fields event, Fields fact, Optional<Fields> booking) {
    String kind = fact.type().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return row(
        TableName.BOOKING_EVENTS,
        id(event, "timeslotId"),
        id(event, "version"),
        kind,
        booking.map(after -> id(after, "bookingId")).orElse(TableRow.NOTHING),
        text(event, "requestId"),
        id(event, "requestedBy"),
        time(event, "occurredAt"));
  }

  private static TableRow timeslot(Fields slot) {
    return row(
        TableName.TIMESLOTS,
        id(slot, "timeslotId"),
        id(slot, "version"),
        id(slot, "roomId"),
        time(slot, "startsAt"),
        time(slot, "endsAt"),
        money(slot, "price"),
        text(slot, "currency"),
        id(slot, "maxBookings"),
        flag(slot, "open"),
        id(slot, "held"),
        id(slot, "confirmed"),
        time(slot, "createdAt"),
        time(slot, "updatedAt"));
  }

  private static TableRow booking(Fields booking, long version) {
    return row(
        TableName.BOOKINGS,
        id(booking, "bookingId"),
        Long.toString(version),
        id(booking, "userId"),
        id(booking, "timeslotId"),
        id(booking, "roomId"),
        word(booking, "status"),
        text(booking, "bookingType"),
        money(booking, "price"),
        text(booking, "currency"),
        word(booking, "paymentStatus"),
        text(booking, "paymentId"),
        text(booking, "notes"),
        text(booking, "metadata"),
        time(booking, "holdExpiresAt"),
        word(booking, "cancelReason"),
        money(booking, "refundAmount"),
        time(booking, "createdAt"),
        time(booking, "updatedAt"),
        time(booking, "cancelledAt"));
  }

  private static TableRow payment(Fields event, Fields payment, String outcome) {
    return row(
        TableName.PAYMENTS,
        text(payment, "paymentId"),
        id(event.record("bookingAfter"), "bookingId"),
        money(payment, "amount"),
        text(payment, "currency"),
        outcome,
        time(payment, "paidAt"),
        time(event, "occurredAt"));
  }

  private static TableRow refund(Fields refund, long version) {
    return row(
        TableName.REFUNDS,
        text(refund, "refundId"),
        Long.toString(version),
        text(refund, "paymentId"),
        id(refund, "bookingId"),
        money(refund, "amount"),
        text(refund, "currency"),
        text(refund, "reason"),
        word(refund, "status"),
        text(refund, "detail"),
        time(refund, "requestedAt"),
        time(refund, "settledAt"));
  }

  /** The room that an event of the catalogue leaves. */
  public static TableRow room(Fields room) {
    return row(
        TableName.ROOMS,
        id(room, "roomId"),
        id(room, "version"),
        text(room, "name"),
        text(room, "description"),
        word(room, "roomType"),
        id(room, "capacity"),
        money(room, "hourlyRate"),
        text(room, "currency"),
        text(room, "timeZone"),
        flag(room, "active"),
        tiers(room, "refundPolicy"),
        text(room, "metadata"),
        time(room, "createdAt"),
        time(room, "updatedAt"));
  }

  private static TableRow row(TableName table, String... values) {
    return new TableRow(table, List.of(values));
  }
}
