package booking.local.checker.mutant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;
import static booking.local.checker.mutant.Edits.fact;
import static booking.local.checker.mutant.Edits.saying;

import booking.local.checker.invariant.Evidence;
import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.log.MemoryLog;
import java.math.BigDecimal;
import java.util.List;

/** Faults of seats, holds and what is paid for them. */
final class SeatFaults {

  private SeatFaults() {}

  static List<Mutant> all() {
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
        new Mutant("one user on two seats", "I1", SeatFaults::oneUserOnTwoSeats),
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

  private static Evidence oneUserOnTwoSeats(Evidence evidence) {
    MemoryLog log = (MemoryLog) evidence.log();
    List<Fields> held =
        log.all(BOOKING_EVENTS, record -> fact("BookingHeld").test(record.said())).stream()
            .map(LogRecord::said)
            .toList();
    Fields second =
        held.stream()
            .filter(event -> taken(event.record("timeslotAfter")) > 1)
            .findFirst()
            .orElseThrow();
    Fields first =
        held.stream()
            .filter(event -> event.number("timeslotId") == second.number("timeslotId"))
            .findFirst()
            .orElseThrow();
    return saying(
            BOOKING_EVENTS,
            second::equals,
            event ->
                event.with("bookingAfter/userId", first.record("bookingAfter").number("userId")))
        .apply(evidence);
  }

  private static int taken(Fields slot) {
    return (int) (slot.number("held") + slot.number("confirmed"));
  }
}
