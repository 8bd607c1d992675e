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
import java.util.TreeSet;

/** I11: a hold ends in time, never before, and no decision takes an expired one for live. */
final class HoldsEnd implements Invariant {

  private final Notes notes = new Notes("I11", "holds end");
  private final Duration tolerance;
  private final Map<Long, Holds> live = new HashMap<>();
  private Duration latest = Duration.ZERO;

  /** A hold, the first to end first. */
  private record Hold(Instant until, long bookingId) implements Comparable<Hold> {
    @Override
    public int compareTo(Hold other) {
      int byTime = until.compareTo(other.until);
      return byTime == 0 ? Long.compare(bookingId, other.bookingId) : byTime;
    }
  }

  /** The live holds of one slot, which may be thousands. */
  private record Holds(Map<Long, Hold> byBooking, TreeSet<Hold> byTime) {
    void remember(Fields booking) {
      long bookingId = booking.number("bookingId");
      Optional.ofNullable(byBooking.remove(bookingId)).ifPresent(byTime::remove);
      if (booking.text("status").equals("PENDING")) {
        Hold hold = new Hold(booking.time("holdExpiresAt"), bookingId);
        byBooking.put(bookingId, hold);
        byTime.add(hold);
      }
    }
  }

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
    Holds holds =
        live.computeIfAbsent(
            event.number("timeslotId"), any -> new Holds(new HashMap<>(), new TreeSet<>()));
    Fields fact = event.record("fact");
    boolean expires =
        fact.type().equals("BookingCancelled") && fact.text("reason").equals("HOLD_EXPIRED");
    if (expires) {
      long bookingId = event.record("bookingAfter").number("bookingId");
      expired(record, Optional.ofNullable(holds.byBooking().get(bookingId)), now);
    } else if (!holds.byTime().isEmpty()) {
      // All holds that are due are let go before anything else is decided.
      Hold first = holds.byTime().first();
      notes.require(first.until().isAfter(now), record.place(), "%s, now is %s", first, now);
    }
    event.maybe("bookingAfter", event::record).ifPresent(holds::remember);
  }

  private void expired(LogRecord record, Optional<Hold> hold, Instant now) {
    notes.looked("holds expired");
    if (hold.isEmpty()) {
      notes.require(false, record.place(), "there was no hold");
      return;
    }
    Duration late = Duration.between(hold.get().until(), now);
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
    for (Holds holds : live.values()) {
      for (Hold hold : holds.byTime()) {
        notes.looked("holds live");
        notes.require(
            hold.until().isAfter(due),
            "booking " + hold.bookingId(),
            "its hold ended at %s, and it is live at %s",
            hold.until(),
            past.latest());
      }
    }
    if (!latest.isZero()) {
      notes.looked("ms late at most", latest.toMillis());
    }
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
