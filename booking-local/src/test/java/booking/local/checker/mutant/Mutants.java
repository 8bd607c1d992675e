package booking.local.checker.mutant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.log.TopicNames.BOOKING_RESULTS;
import static booking.local.checker.log.TopicNames.BOOKING_STORE;
import static booking.local.checker.log.TopicNames.NOTIFICATIONS;
import static booking.local.checker.log.TopicNames.PAYMENT_SUCCEEDED;
import static booking.local.checker.log.TopicNames.REFUND_REQUESTED;
import static booking.local.checker.log.TopicNames.SLOT_STORE;
import static booking.local.checker.mutant.Edits.adding;
import static booking.local.checker.mutant.Edits.fact;
import static booking.local.checker.mutant.Edits.row;
import static booking.local.checker.mutant.Edits.saying;
import static booking.local.checker.mutant.Edits.without;

import booking.local.checker.log.Fields;
import booking.local.checker.table.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The faults of the log and the tables that the checker has to see. */
public final class Mutants {

  private static final Predicate<Fields> ANY = any -> true;

  private Mutants() {}

  /** All of them. */
  public static List<Mutant> all() {
    return Stream.of(seats(), answers(), money(), order(), Surroundings.mutants())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Mutant> seats() {
    return List.of(
        new Mutant(
            "capacity off by one",
            "I1",
            saying(
                BOOKING_EVENTS,
                event -> event.record("timeslotAfter").number("held") > 0,
                event ->
                    event.with(
                        "timeslotAfter/maxBookings", taken(event.record("timeslotAfter")) - 1))),
        new Mutant(
            "a seat is not counted",
            "I1",
            saying(
                BOOKING_EVENTS, fact("BookingHeld"), event -> event.with("timeslotAfter/held", 0))),
        new Mutant(
            "confirmed for less than its price",
            "I4",
            saying(
                BOOKING_EVENTS,
                event ->
                    fact("BookingConfirmed").test(event) && event.record("fact").has("payment"),
                event -> event.with("fact/payment/amount", new BigDecimal("0.01")))),
        new Mutant(
            "confirmed by itself",
            "I4",
            saying(
                BOOKING_EVENTS,
                fact("PaymentAttemptFailed"),
                event -> event.with("bookingAfter/status", "CONFIRMED"))),
        new Mutant(
            "a cancellation gives back less than was promised",
            "I4",
            saying(
                BOOKING_EVENTS,
                event -> fact("BookingCancelled").test(event) && event.record("fact").has("refund"),
                event -> event.with("bookingAfter/refundAmount", new BigDecimal("0.01")))),
        new Mutant(
            "an expired hold is taken for live",
            "I11",
            saying(
                BOOKING_EVENTS,
                fact("BookingHeld"),
                event -> event.with("bookingAfter/holdExpiresAt", event.number("occurredAt")))));
  }

  private static int taken(Fields slot) {
    return (int) (slot.number("held") + slot.number("confirmed"));
  }

  private static List<Mutant> answers() {
    Predicate<Fields> first = result -> !result.flag("repeated") && result.flag("accepted");
    return List.of(
        new Mutant("dedup off", "I2", adding(BOOKING_RESULTS, first, result -> result)),
        new Mutant("result dropped", "I2", without(BOOKING_RESULTS, first)),
        new Mutant(
            "a repeat is not answered",
            "I2",
            without(BOOKING_RESULTS, result -> result.flag("repeated"))),
        new Mutant(
            "a result without a request",
            "I2",
            adding(BOOKING_RESULTS, first, result -> result.with("requestId", "nobody-asked"))),
        new Mutant("result without its event", "I8", without(BOOKING_EVENTS, fact("BookingHeld"))),
        new Mutant("event without its result", "I8", without(BOOKING_RESULTS, first)),
        new Mutant("notification dropped", "I8", without(NOTIFICATIONS, ANY)),
        new Mutant("notified twice", "I8", adding(NOTIFICATIONS, ANY, told -> told)));
  }

  private static List<Mutant> money() {
    return List.of(
        new Mutant(
            "refund twice",
            "I3",
            adding(REFUND_REQUESTED, ANY, refund -> refund.with("refundId", "another-refund"))),
        new Mutant("refund skipped", "I3", without(REFUND_REQUESTED, ANY)),
        new Mutant("the same refund again", "I3", adding(REFUND_REQUESTED, ANY, same -> same)),
        new Mutant(
            "a cent too much",
            "I3",
            saying(
                REFUND_REQUESTED,
                ANY,
                refund ->
                    refund.with("amount", refund.money("amount").add(new BigDecimal("0.01"))))),
        new Mutant(
            "money kept for nothing",
            "I3",
            adding(PAYMENT_SUCCEEDED, ANY, paid -> paid.with("paymentId", "swallowed"))),
        new Mutant(
            "a payment vanishes",
            "I12",
            adding(PAYMENT_SUCCEEDED, ANY, paid -> paid.with("paymentId", "vanished"))),
        new Mutant("event without its refund", "I8", without(REFUND_REQUESTED, ANY)));
  }

  private static List<Mutant> order() {
    Predicate<Fields> closed = fact("TimeslotClosed");
    return List.of(
        new Mutant("version skipped", "I5", without(BOOKING_EVENTS, fact("BookingHeld"))),
        new Mutant("one version, two events", "I5", adding(BOOKING_EVENTS, closed, event -> event)),
        new Mutant(
            "put before validate",
            "I7",
            adding(
                SLOT_STORE,
                ANY,
                slot -> slot.with("lastNumber", (int) slot.number("lastNumber") + 1))),
        new Mutant(
            "a booking remembered otherwise",
            "I7",
            adding(BOOKING_STORE, ANY, booking -> booking.with("snapshot/userId", 1L << 40))),
        new Mutant(
            "read model without compare-and-set of its offsets",
            "I6",
            row(TableName.BOOKINGS, any -> true, row -> List.of(row.with("version", "1")))),
        new Mutant("a row is lost", "I6", row(TableName.REFUNDS, any -> true, row -> List.of())),
        new Mutant(
            "a row that no event left",
            "I6",
            row(
                TableName.PAYMENTS,
                any -> true,
                row -> List.of(row, row.with("id", "never-paid")))),
        new Mutant(
            "a slot that was promised is never made",
            "I12",
            without(BOOKING_EVENTS, fact("TimeslotCreated"))));
  }
}
