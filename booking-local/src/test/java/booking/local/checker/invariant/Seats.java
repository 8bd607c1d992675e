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
  private final Map<Long, Room> slots = new HashMap<>();

  /** The seats of one slot, counted by what happened and not by what the events say of them. */
  private static final class Room {
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
    Room room = slots.computeIfAbsent(event.number("timeslotId"), any -> new Room());
    event
        .maybe("bookingAfter", event::record)
        .ifPresent(
            after -> {
              long bookingId = after.number("bookingId");
              Optional<BookingThen> before = past.booking(bookingId);
              BookingThen now = BookingThen.of(after, before);
              count(record, room, before, now);
              seat(record, room, now);
            });
    Fields slot = event.record("timeslotAfter");
    notes.looked("versions");
    long taken = room.held + room.confirmed;
    if (taken > slot.number("maxBookings") || room.held < 0 || room.confirmed < 0) {
      notes.violated(
          Harm.TWICE,
          record.place(),
          "%d held and %d confirmed of %d seats",
          room.held,
          room.confirmed,
          slot.number("maxBookings"));
    }
    notes.require(
        room.held == slot.number("held") && room.confirmed == slot.number("confirmed"),
        record.place(),
        "the slot says %d held, %d confirmed; counted %d, %d",
        slot.number("held"),
        slot.number("confirmed"),
        room.held,
        room.confirmed);
  }

  /** Held, confirmed and used seats are taken; only a cancellation gives one back. */
  private void count(LogRecord record, Room room, Optional<BookingThen> before, BookingThen now) {
    before.map(BookingThen::status).ifPresent(status -> add(room, status, -1));
    add(room, now.status(), 1);
    if (before.isEmpty()) {
      room.lastNumber++;
      notes.require(
          now.bookingId() == record.said().number("timeslotId") * 100_000 + room.lastNumber,
          record.place(),
          "booking %d is number %d of its slot",
          now.bookingId(),
          room.lastNumber);
    }
  }

  private static void add(Room room, String status, int seats) {
    switch (status) {
      case "PENDING" -> room.held += seats;
      case "CONFIRMED", "COMPLETED", "NO_SHOW" -> room.confirmed += seats;
      default -> {
        // A cancelled booking has no seat.
      }
    }
  }

  private void seat(LogRecord record, Room room, BookingThen now) {
    if (!now.isLive()) {
      room.liveByUser.remove(now.userId(), now.bookingId());
      return;
    }
    Long other = room.liveByUser.put(now.userId(), now.bookingId());
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
