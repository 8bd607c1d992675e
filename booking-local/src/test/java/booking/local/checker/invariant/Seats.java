package booking.local.checker.invariant;

import static booking.local.checker.log.TopicNames.BOOKING_EVENTS;

import booking.local.checker.log.Fields;
import booking.local.checker.log.LogRecord;
import booking.local.checker.report.Finding;
import booking.local.checker.report.Harm;
import booking.local.checker.report.Notes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** I1: at every version of a slot its seats are enough, and nobody sits on two of them. */
final class Seats implements Invariant {

  private final Notes notes = new Notes("I1", "no seat sold twice");
  private final Map<Long, Seating> slots = new HashMap<>();

  /** The seats of one slot, counted by what happened and not by what the events say of them. */
  private static final class Seating {
    private long held;
    private long confirmed;
    private long lastNumber;
    private final Map<Long, Long> liveByUser = new HashMap<>();
  }

  @Override
  public void see(LogRecord record, Past past) {
    if (!record.topic().equals(BOOKING_EVENTS)) {
      return;
    }
    Fields event = record.said();
    Seating seating = slots.computeIfAbsent(event.number("timeslotId"), any -> new Seating());
    event
        .maybe("bookingAfter", event::record)
        .ifPresent(
            after -> {
              long bookingId = after.number("bookingId");
              Optional<BookingThen> before = past.booking(bookingId);
              BookingThen now = BookingThen.of(after, before);
              count(record, seating, before, now);
              seat(record, seating, now);
            });
    Fields slot = event.record("timeslotAfter");
    notes.looked("versions");
    long taken = seating.held + seating.confirmed;
    if (taken > slot.number("maxBookings") || seating.held < 0 || seating.confirmed < 0) {
      notes.violated(
          Harm.TWICE,
          record.place(),
          "%d held and %d confirmed of %d seats",
          seating.held,
          seating.confirmed,
          slot.number("maxBookings"));
    }
    notes.require(
        seating.held == slot.number("held") && seating.confirmed == slot.number("confirmed"),
        record.place(),
        "the slot says %d held, %d confirmed; counted %d, %d",
        slot.number("held"),
        slot.number("confirmed"),
        seating.held,
        seating.confirmed);
  }

  /** Held, confirmed and used seats are taken; only a cancellation gives one back. */
  private void count(
      LogRecord record, Seating seating, Optional<BookingThen> before, BookingThen now) {
    before.map(BookingThen::status).ifPresent(status -> add(seating, status, -1));
    add(seating, now.status(), 1);
    if (before.isEmpty()) {
      seating.lastNumber++;
      notes.require(
          now.bookingId() == record.said().number("timeslotId") * 100_000 + seating.lastNumber,
          record.place(),
          "booking %d is number %d of its slot",
          now.bookingId(),
          seating.lastNumber);
    }
  }

  private static void add(Seating seating, String status, int seats) {
    switch (status) {
      case "PENDING" -> seating.held += seats;
      case "CONFIRMED", "COMPLETED", "NO_SHOW" -> seating.confirmed += seats;
      default -> {
        // A cancelled booking has no seat.
      }
    }
  }

  private void seat(LogRecord record, Seating seating, BookingThen now) {
    if (!now.isLive()) {
      seating.liveByUser.remove(now.userId(), now.bookingId());
      return;
    }
    Long other = seating.liveByUser.put(now.userId(), now.bookingId());
    if (other != null && other != now.bookingId()) {
      notes.violated(
          Harm.TWICE,
          record.place(),
          "user %d has bookings %d and %d at once",
          now.userId(),
          other,
          now.bookingId());
    }
  }

  @Override
  public Finding finding() {
    return notes.finding();
  }
}
