package booking.gateway;

import booking.gateway.booking.Booking;
import booking.gateway.booking.BookingSearch;
import booking.gateway.booking.Bookings;
import booking.gateway.booking.Holds;
import booking.gateway.booking.Refund;
import booking.gateway.http.Page;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.gateway.room.Room;
import booking.gateway.room.Rooms;
import booking.gateway.timeslot.Timeslot;
import booking.gateway.timeslot.Timeslots;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A read model in lists, which can go away. */
final class FakeReadModel {

  final List<Room> roomRows = new CopyOnWriteArrayList<>();
  final List<Timeslot> timeslotRows = new CopyOnWriteArrayList<>();
  final List<Booking> bookingRows = new CopyOnWriteArrayList<>();
  final List<Refund> refundRows = new CopyOnWriteArrayList<>();
  final List<Object> questions = new CopyOnWriteArrayList<>();
  final Set<String> decidedRequests = ConcurrentHashMap.newKeySet();
  volatile boolean away;

  void clear() {
    List.of(roomRows, timeslotRows, bookingRows, refundRows, questions).forEach(List::clear);
    decidedRequests.clear();
    away = false;
  }

  private <T> Stream<T> rows(List<T> rows) {
    if (away) {
      throw new ProblemException(ProblemCode.READ_MODEL_UNAVAILABLE, "away");
    }
    return rows.stream();
  }

  private static <T> List<T> part(Stream<T> rows, Page page) {
    return rows.skip(page.offset()).limit(page.limitAndOneMore()).toList();
  }

  final Rooms rooms =
      new Rooms() {
        @Override
        public List<Room> active(Page page) {
          return part(rows(roomRows).filter(Room::isActive), page);
        }

        @Override
        public List<Room> all(Page page) {
          return part(rows(roomRows), page);
        }

        @Override
        public Optional<Room> find(long id) {
          return rows(roomRows).filter(room -> room.id() == id).findFirst();
        }
      };

  final Timeslots timeslots =
      new Timeslots() {
        @Override
        public List<Timeslot> available(Span span, Instant now) {
          questions.add(span);
          return rows(timeslotRows).filter(slot -> within(span, slot)).toList();
        }

        @Override
        public List<Timeslot> all(Span span, Page page, Instant now) {
          questions.add(span);
          return part(rows(timeslotRows).filter(slot -> within(span, slot)), page);
        }

        private boolean within(Span span, Timeslot slot) {
          return !slot.startTime().isBefore(span.from()) && slot.startTime().isBefore(span.to());
        }
      };

  final Holds holds =
      (userId, requestIds) ->
          new Holds.Standing(
              (int)
                  rows(bookingRows)
                      .filter(row -> row.userId() == userId && row.status().equals("pending"))
                      .count(),
              Set.copyOf(requestIds.stream().filter(decidedRequests::contains).toList()));

  final Bookings bookings =
      new Bookings() {
        @Override
        public List<Booking> list(BookingSearch search, Page page, Instant now) {
          questions.add(search);
          return part(rows(bookingRows), page);
        }

        @Override
        public Optional<Booking> find(long id, Instant now) {
          return rows(bookingRows).filter(booking -> booking.id() == id).findFirst();
        }

        @Override
        public List<Refund> refunds(long bookingId) {
          return rows(refundRows).toList();
        }
      };
}
