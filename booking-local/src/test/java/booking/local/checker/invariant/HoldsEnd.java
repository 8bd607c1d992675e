package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Notes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** I11: a hold ends in time, never before, and no decision takes an expired one for live. */
final class HoldsEnd implements Invariant {

  private final Notes notes = new Notes("I11", "holds end");
  private final Duration tolerance;
  private final Map<Long, Map<Long, Instant>> live = new HashMap<>();
  private Duration latest = Duration.ZERO;

  HoldsEnd(Duration tolerance) {
    this.tolerance = tolerance;
  }

  @Override
  public void see(LogRecord record, Past past) {
    if (!record.topic().equals(BOOKING_EVENTS)) {
      return;
    }
    Fields event = record.said();
    Instant now = event.time("occurredAt");
    Map<Long, Instant> holds =
        live.computeIfAbsent(event.number("timeslotId"), any -> new HashMap<>());
    Fields fact = event.record("fact");
    boolean expires =
        fact.type().equals("BookingCancelled") && fact.text("reason").equals("HOLD_EXPIRED");
    if (expires) {
      expired(
          record,
          Optional.ofNullable(holds.get(event.record("bookingAfter").number("bookingId"))),
          now);
    } else {
      // All holds that are due are let go before anything else is decided.
      holds.forEach(
          (bookingId, until) ->
              notes.require(
                  until.isAfter(now),
                  record.place(),
                  "the hold of %d ended at %s, now is %s",
                  bookingId,
                  until,
                  now));
    }
    event.maybe("bookingAfter", event::record).ifPresent(after -> remember(holds, after));
  }

  private static void remember(Map<Long, Instant> holds, Fields booking) {
    holds.remove(booking.number("bookingId"));
    if (booking.text("status").equals("PENDING")) {
      holds.put(booking.number("bookingId"), booking.time("holdExpiresAt"));
    }
  }

  private void expired(LogRecord record, Optional<Instant> until, Instant now) {
    notes.looked("holds expired");
    if (until.isEmpty()) {
      notes.require(false, record.place(), "there was no hold");
      return;
    }
    Duration late = Duration.between(until.get(), now);
    latest = late.compareTo(latest) > 0 ? late : latest;
    notes.require(
        !late.isNegative() && late.compareTo(tolerance) <= 0,
        record.place(),
        "the hold ended %d ms late",
        late.toMillis());
  }

  @Override
  public void conclude(Evidence evidence, Past past) {
    Instant due = past.latest().minus(tolerance);
    live.forEach(
        (timeslotId, holds) ->
            holds.forEach(
                (bookingId, until) -> {
                  notes.looked("holds live");
                  notes.require(
                      until.isAfter(due),
                      "booking " + bookingId,
                      "its hold ended at %s, and it is live at %s",
                      until,
                      past.latest());
                }));
    if (!latest.isZero()) {
      notes.looked("ms late at most", latest.toMillis());
    }
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
