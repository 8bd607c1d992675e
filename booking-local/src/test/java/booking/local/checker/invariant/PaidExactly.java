package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.PAYMENT_SUCCEEDED;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Notes;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * I4: whoever is confirmed has paid the price, once and in time, or the seat was free; and whoever
 * cancels gets back what was promised.
 */
final class PaidExactly implements Invariant {

  private final Notes notes = new Notes("I4", "confirmed is paid exactly, cancelled by promise");
  private final Set<Came> came = new HashSet<>();
  private final Map<String, Long> spentFor = new HashMap<>();

  /** A payment as it came, which is all that a confirmation may rest on. */
  private record Came(String paymentId, long bookingId, long cents, String currency, Instant at) {}

  @Override
  public void see(LogRecord record, Past past) {
    if (record.topic().equals(PAYMENT_SUCCEEDED) && past.isTaken(record)) {
      Fields paid = record.said();
      came.add(came(paid, paid.number("bookingId"), record.time()));
    } else if (record.topic().equals(BOOKING_EVENTS)) {
      Fields event = record.said();
      Fields fact = event.record("fact");
      Optional<BookingThen> before =
          event
              .maybe("bookingAfter", event::record)
              .flatMap(after -> past.booking(after.number("bookingId")));
      switch (fact.type()) {
        case "BookingConfirmed" -> confirmed(record, fact, before);
        case "BookingCancelled" -> cancelled(record, fact, before);
        default -> unchanged(record, fact, before);
      }
    }
  }

  private static Came came(Fields payment, long bookingId, Instant at) {
    return new Came(
        payment.text("paymentId"),
        bookingId,
        payment.cents("amount"),
        payment.word("currency"),
        at);
  }

  private void confirmed(LogRecord record, Fields fact, Optional<BookingThen> before) {
    notes.looked("confirmations");
    Fields after = record.said().record("bookingAfter");
    Optional<Fields> payment = fact.maybe("payment", fact::record);
    if (payment.isEmpty()) {
      notes.require(
          after.cents("price") == 0 && before.isEmpty(),
          record.place(),
          "confirmed without a payment");
      return;
    }
    Came paid = came(payment.get(), after.number("bookingId"), record.said().time("occurredAt"));
    notes.require(came.contains(paid), record.place(), "no payment came like %s", paid);
    notes.require(
        paid.cents() == after.cents("price")
            && paid.currency().equals(after.text("currency"))
            && after.maybe("paymentId", after::text).equals(Optional.of(paid.paymentId())),
        record.place(),
        "the booking is %s, paid was %s",
        after,
        paid);
    notes.require(
        spentFor.putIfAbsent(paid.paymentId(), paid.bookingId()) == null,
        record.place(),
        "%s was spent before",
        paid.paymentId());
    inTime(record, before, paid.at());
  }

  /** Before the hold was over, or after it was released and while the seat was to be had. */
  private void inTime(LogRecord record, Optional<BookingThen> before, Instant paidAt) {
    boolean onTime =
        before.isPresent()
            && before.get().isPending()
            && before.get().heldUntil().map(paidAt::isBefore).orElse(false);
    boolean late = before.map(BookingThen::expired).orElse(false);
    Fields slot = record.said().record("timeslotAfter");
    notes.require(
        onTime || (late && slot.flag("open") && paidAt.isBefore(slot.time("startsAt"))),
        record.place(),
        "paid at %s, before that it was %s",
        paidAt,
        before);
  }

  private void cancelled(LogRecord record, Fields fact, Optional<BookingThen> before) {
    notes.looked("cancellations");
    Fields after = record.said().record("bookingAfter");
    boolean paid = before.map(BookingThen::isConfirmed).orElse(false) && after.has("paymentId");
    long promised =
        paid
            ? RefundPromise.cents(after, fact.text("reason"), record.said().time("occurredAt"))
            : 0;
    long given = after.cents("refundAmount");
    long sent = fact.maybe("refund", fact::record).map(refund -> refund.cents("amount")).orElse(0L);
    notes.require(
        before.map(BookingThen::isLive).orElse(false) && given == promised && sent == promised,
        record.place(),
        "promised %d, the booking says %d, sent %d; before that it was %s",
        promised,
        given,
        sent,
        before);
  }

  /** Nothing else confirms, cancels or pays. */
  private void unchanged(LogRecord record, Fields fact, Optional<BookingThen> before) {
    record
        .said()
        .maybe("bookingAfter", record.said()::record)
        .ifPresent(
            after -> {
              notes.looked("other changes");
              notes.require(
                  after.text("status").equals(BookingThen.statusAfter(fact.type(), before))
                      && after
                          .maybe("paymentId", after::text)
                          .equals(before.flatMap(BookingThen::paymentId)),
                  record.place(),
                  "%s left it %s; before that it was %s",
                  fact.type(),
                  after.text("status"),
                  before);
            });
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
