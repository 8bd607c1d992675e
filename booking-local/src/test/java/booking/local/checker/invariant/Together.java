package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.BOOKING_RESULTS;
import static booking.local.checker.log.TopicNames.CATALOG_EVENTS;
import static booking.local.checker.log.TopicNames.NOTIFICATIONS;
import static booking.local.checker.log.TopicNames.PAYMENT_SUCCEEDED;
import static booking.local.checker.log.TopicNames.REFUND_REQUESTED;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Notes;
import java.util.Optional;

/** I8: what one decision says is all there or not at all: event, result, notification, refund. */
final class Together implements Invariant {

  private final Notes notes = new Notes("I8", "event, result, notification, refund together");
  private final Owed notifications = new Owed(notes, "notification");
  private final Owed refunds = new Owed(notes, "refund");
  private final Answers answers = new Answers(notes);

  /** Who is told, of which booking. */
  private record Told(long userId, long bookingId) {
    static Told of(Fields said) {
      return new Told(said.number("userId"), said.number("bookingId"));
    }
  }

  /** What goes back, for which booking, in minor units. */
  private record Back(long bookingId, long cents, String currency) {
    static Back of(Fields booking, Fields amount) {
      return new Back(booking.number("bookingId"), amount.cents("amount"), amount.text("currency"));
    }
  }

  @Override
  public void see(LogRecord record, Past past) {
    switch (record.topic()) {
      case PAYMENT_SUCCEEDED -> {
        // Money for nobody goes back without an event.
        if (past.whyPutAside(record.place()).equals(Optional.of("UNKNOWN_BOOKING"))) {
          Fields paid = record.said();
          refunds.owe("refund-" + paid.text("paymentId"), Back.of(paid, paid), record);
        }
      }
      case CATALOG_EVENTS -> answers.caused(record, Answers.CATALOGUE);
      case BOOKING_EVENTS -> happened(record);
      case BOOKING_RESULTS -> answers.answered(record);
      case NOTIFICATIONS -> {
        Fields said = record.said();
        notifications.pay(said.text("notificationId"), Told.of(said), record);
        notes.require(
            record.textKey().equals(Long.toString(said.number("userId"))),
            record.place(),
            "a notification of user %d lies under the key %s",
            said.number("userId"),
            record.textKey());
      }
      case REFUND_REQUESTED -> {
        Fields refund = record.said();
        refunds.pay(refund.text("refundId"), Back.of(refund, refund), record);
      }
      default -> {
        // What comes in is not decided together with anything.
      }
    }
  }

  private void happened(LogRecord record) {
    Fields event = record.said();
    notes.looked("events");
    if (event.has("requestId")) {
      answers.caused(record, event.number("timeslotId"));
    }
    Fields fact = event.record("fact");
    NotificationKind.of(fact).ifPresent(kind -> oweNotification(record, kind));
    if (fact.type().equals("PaymentRefunded") || fact.type().equals("BookingCancelled")) {
      fact.maybe("refund", fact::record)
          .ifPresent(
              refund ->
                  refunds.owe(
                      refund.text("refundId"),
                      Back.of(event.record("bookingAfter"), refund),
                      record));
    }
  }

  private void oweNotification(LogRecord record, String kind) {
    Fields event = record.said();
    Told told = Told.of(event.record("bookingAfter"));
    String id = "%d-%s-%d".formatted(told.bookingId(), kind, event.number("version"));
    if (kind.equals(NotificationKind.COMPLETED)) {
      notifications.allow(id, told, record);
    } else {
      notifications.owe(id, told, record);
    }
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    notifications.conclude();
    refunds.conclude();
    answers.conclude();
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
