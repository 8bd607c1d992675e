package booking.worker.readmodel;

import static java.util.Objects.requireNonNull;

import booking.schemas.BookingEvent;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.BookingConfirmed;
import booking.schemas.fact.PaymentRefunded;
import booking.schemas.fact.RefundClosed;
import booking.worker.readmodel.Row.BookingRow;
import booking.worker.readmodel.Row.EventRow;
import booking.worker.readmodel.Row.Fate;
import booking.worker.readmodel.Row.PaymentRow;
import booking.worker.readmodel.Row.RefundRow;
import booking.worker.readmodel.Row.RequestRow;
import booking.worker.readmodel.Row.TimeslotRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The projection of what happened in timeslots: event to rows, with no memory of other events. */
final class BookingProjection {

  private BookingProjection() {}

  /** The rows that an event leaves. */
  static List<Row> rows(BookingEvent event) {
    List<Row> rows = new ArrayList<>();
    rows.add(new EventRow(event));
    rows.add(new TimeslotRow(event.getTimeslotAfter()));
    Optional.ofNullable(event.getBookingAfter())
        .ifPresent(booking -> rows.add(new BookingRow(booking, event.getVersion())));
    payment(event).ifPresent(rows::add);
    refund(event).ifPresent(rows::add);
    Optional.ofNullable(event.getRequestId())
        .ifPresent(requestId -> rows.add(accepted(requestId, event)));
    return rows;
  }

  private static Optional<PaymentRow> payment(BookingEvent event) {
    if (event.getFact() instanceof BookingConfirmed confirmed) {
      return Optional.ofNullable(confirmed.getPayment())
          .map(
              payment ->
                  new PaymentRow(
                      payment,
                      event.getBookingAfter().getBookingId(),
                      Fate.KEPT,
                      event.getOccurredAt()));
    }
    if (event.getFact() instanceof PaymentRefunded refunded) {
      return Optional.of(
          new PaymentRow(
              refunded.getPayment(),
              refunded.getRefund().getBookingId(),
              Fate.RETURNED,
              event.getOccurredAt()));
    }
    return Optional.empty();
  }

  private static Optional<RefundRow> refund(BookingEvent event) {
    if (event.getFact() instanceof BookingCancelled cancelled) {
      return Optional.ofNullable(cancelled.getRefund())
          .map(refund -> new RefundRow(refund, event.getVersion()));
    }
    if (event.getFact() instanceof PaymentRefunded refunded) {
      return Optional.of(new RefundRow(refunded.getRefund(), event.getVersion()));
    }
    if (event.getFact() instanceof RefundClosed closed) {
      return Optional.of(new RefundRow(closed.getRefund(), event.getVersion()));
    }
    return Optional.empty();
  }

  private static RequestRow accepted(String requestId, BookingEvent event) {
    return new RequestRow(
        requestId,
        requireNonNull(event.getRequestedBy(), "requestedBy of an event with a requestId"),
        Optional.empty(),
        Optional.of(event.getTimeslotId()),
        Optional.ofNullable(event.getBookingAfter()).map(booking -> booking.getBookingId()),
        Optional.empty(),
        event.getOccurredAt());
  }
}
