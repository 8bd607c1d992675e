package booking.local.checker.invariant;

import booking.local.checker.log.LogRecord;
import booking.local.checker.log.Place;
import booking.local.checker.log.TopicNames;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the log has said so far, as much of it as more than one invariant asks for. */
public final class Past {

  private final Map<Long, BookingThen> bookings = new HashMap<>();
  private final Map<Place, String> putAside = new HashMap<>();
  private Instant latest = Instant.EPOCH;

  /** Adds what a record says. */
  public void remember(LogRecord record) {
    if (record.time().isAfter(latest)) {
      latest = record.time();
    }
    if (record.topic().equals(TopicNames.BOOKING_EVENTS)) {
      record
          .said()
          .maybe("bookingAfter", record.said()::record)
          .ifPresent(
              after ->
                  bookings.compute(
                      after.number("bookingId"),
                      (id, before) -> BookingThen.of(after, Optional.ofNullable(before))));
    } else if (record.topic().equals(TopicNames.DEAD_LETTERS)) {
      DeadLetter.of(record)
          .ifPresent(letter -> putAside.putIfAbsent(letter.origin(), letter.reason()));
    }
  }

  Optional<BookingThen> booking(long bookingId) {
    return Optional.ofNullable(bookings.get(bookingId));
  }

  Collection<BookingThen> bookings() {
    return bookings.values();
  }

  /** Why a record of an input topic was put aside, if it was. */
  Optional<String> whyPutAside(Place place) {
    return Optional.ofNullable(putAside.get(place));
  }

  /** Whether a record that came in can be read and was not put aside. */
  boolean isTaken(LogRecord record) {
    return record.value().isPresent() && !putAside.containsKey(record.place());
  }

  /** The latest time of any record. */
  Instant latest() {
    return latest;
  }
}
