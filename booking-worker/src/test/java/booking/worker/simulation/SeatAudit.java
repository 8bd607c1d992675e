package booking.worker.simulation;

import static booking.worker.simulation.Audit.require;

import booking.schemas.BookingEvent;
import booking.schemas.BookingSnapshot;
import booking.schemas.BookingStatus;
import booking.schemas.CancelReason;
import booking.schemas.TimeslotSnapshot;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.BookingCompleted;
import booking.schemas.fact.BookingConfirmed;
import booking.schemas.fact.BookingHeld;
import booking.schemas.fact.BookingNoShow;
import booking.schemas.fact.TimeslotClosed;
import booking.schemas.fact.TimeslotCreated;
import booking.schemas.fact.TimeslotOpened;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Folds the events of each slot by their facts alone and holds their snapshots to it: seats (I1),
 * confirmed means paid (I4), versions (I5), holds end (I11).
 */
final class SeatAudit implements Audit {

  /** A seat comes back when its booking is cancelled, and not because its time is over. */
  private static final Set<BookingStatus> PAID =
      Set.of(BookingStatus.CONFIRMED, BookingStatus.COMPLETED, BookingStatus.NO_SHOW);

  private final Map<Long, Seats> slots = new TreeMap<>();

  /** A slot as its events tell it. */
  static final class Seats {
    final int capacity;
    final Map<Long, Seat> bookings = new TreeMap<>();
    TimeslotSnapshot last;
    boolean open = true;

    Seats(int capacity, TimeslotSnapshot last) {
      this.capacity = capacity;
      this.last = last;
    }

    private long count(Set<BookingStatus> statuses) {
      return bookings.values().stream().filter(seat -> statuses.contains(seat.status())).count();
    }
  }

  /**
   * A booking as its events tell it.
   *
   * @param until when its hold ends
   */
  record Seat(BookingSnapshot last, BookingStatus status, boolean expired, Instant until) {

    boolean isLive() {
      return status == BookingStatus.PENDING || status == BookingStatus.CONFIRMED;
    }
  }

  /** The slots that events tell of. */
  Map<Long, Seats> slots() {
    return slots;
  }

  @Override
  public void read(Step step) {
    for (BookingEvent event : step.all(BookingEvent.class)) {
      if (event.getFact() instanceof TimeslotCreated) {
        create(step, event);
      } else {
        Seats seats = slots.get(event.getTimeslotId());
        require(seats != null, "I5", "an event before the slot's creation", event);
        fold(seats, event);
      }
    }
    if (step.isTick()) {
      slots.values().forEach(seats -> requireNothingDue(seats, step.now()));
    }
  }

  private void create(Step step, BookingEvent event) {
    int capacity =
        step.asked(Message.Generate.class).mapToInt(Message.Generate::seats).findFirst().orElse(0);
    require(event.getVersion() == 1, "I5", event);
    require(event.getTimeslotAfter().getMaxBookings() == capacity, "I1", event);
    Seats known = slots.put(event.getTimeslotId(), new Seats(capacity, event.getTimeslotAfter()));
    require(known == null, "I5", "created twice", event);
  }

  private void fold(Seats seats, BookingEvent event) {
    TimeslotSnapshot after = event.getTimeslotAfter();
    require(event.getVersion() == seats.last.getVersion() + 1, "I5", event);
    require(after.getVersion() == event.getVersion(), "I5", event);
    require(
        event.getEventId().equals(after.getTimeslotId() + "-" + after.getVersion()), "I5", event);
    seats.last = after;
    seats.open =
        event.getFact() instanceof TimeslotOpened
            || seats.open && !(event.getFact() instanceof TimeslotClosed);
    BookingSnapshot booking = event.getBookingAfter();
    if (booking != null) {
      Seat seat = seat(seats, event, booking);
      seats.bookings.put(booking.getBookingId(), seat);
      require(booking.getStatus() == seat.status(), "I1", event);
    }
    requireSeats(seats, event);
  }

  private static Seat seat(Seats seats, BookingEvent event, BookingSnapshot booking) {
    Seat before = seats.bookings.get(booking.getBookingId());
    Object fact = event.getFact();
    Instant at = event.getOccurredAt();
    boolean fresh = fact instanceof BookingHeld || before == null;
    if (fresh) {
      long number = seats.last.getTimeslotId() * 100_000 + seats.bookings.size() + 1;
      require(before == null && booking.getBookingId() == number, "I1", event);
      return fresh(booking, fact, at);
    } else if (fact instanceof BookingConfirmed confirmed) {
      requirePaid(seats, event, before, confirmed);
      return new Seat(booking, BookingStatus.CONFIRMED, false, before.until());
    } else if (fact instanceof BookingCancelled cancelled) {
      boolean expired = cancelled.getReason() == CancelReason.HOLD_EXPIRED;
      require(before.isLive(), "I1", event);
      require(!expired || !before.until().isAfter(at), "I11", event);
      return new Seat(booking, BookingStatus.CANCELLED, expired, before.until());
    } else if (fact instanceof BookingCompleted || fact instanceof BookingNoShow) {
      boolean completed = fact instanceof BookingCompleted;
      Instant from = completed ? booking.getEndsAt() : booking.getStartsAt();
      require(!from.isAfter(at), "I11", event);
      return new Seat(
          booking,
          completed ? BookingStatus.COMPLETED : BookingStatus.NO_SHOW,
          false,
          before.until());
    }
    return new Seat(booking, before.status(), before.expired(), before.until());
  }

  private static Seat fresh(BookingSnapshot booking, Object fact, Instant at) {
    boolean free = fact instanceof BookingConfirmed && booking.getPrice().signum() == 0;
    require(free || fact instanceof BookingHeld, "I4", booking);
    Instant hold = at.plus(House.HOLD);
    Instant until = hold.isBefore(booking.getStartsAt()) ? hold : booking.getStartsAt();
    require(free || until.equals(booking.getHoldExpiresAt()), "I11", booking);
    return new Seat(booking, free ? BookingStatus.CONFIRMED : BookingStatus.PENDING, false, until);
  }

  private static void requirePaid(
      Seats seats, BookingEvent event, Seat before, BookingConfirmed confirmed) {
    Instant at = event.getOccurredAt();
    require(confirmed.getPayment() != null, "I4", event);
    require(
        confirmed.getPayment().getAmount().equals(before.last().getPrice())
            && confirmed.getPayment().getCurrency().equals(before.last().getCurrency()),
        "I4",
        event);
    boolean inTime = before.status() == BookingStatus.PENDING && at.isBefore(before.until());
    boolean late =
        before.status() == BookingStatus.CANCELLED
            && before.expired()
            && seats.open
            && at.isBefore(before.last().getStartsAt());
    require(inTime || late, "I4", event);
  }

  private static void requireSeats(Seats seats, BookingEvent event) {
    long held = seats.count(Set.of(BookingStatus.PENDING));
    long confirmed = seats.count(PAID);
    require(held + confirmed <= seats.capacity, "I1", "sold twice", event);
    require(seats.last.getHeld() == held && seats.last.getConfirmed() == confirmed, "I1", event);
    require(seats.last.getMaxBookings() == seats.capacity, "I1", event);
    require(seats.last.getOpen() == seats.open, "I1", event);
    Set<Long> users = new HashSet<>();
    seats.bookings.values().stream()
        .filter(Seat::isLive)
        .forEach(seat -> require(users.add(seat.last().getUserId()), "I1", "twice", event));
  }

  private static void requireNothingDue(Seats seats, Instant now) {
    for (Seat seat : seats.bookings.values()) {
      boolean holdDue = seat.status() == BookingStatus.PENDING && !seat.until().isAfter(now);
      boolean endDue =
          seat.status() == BookingStatus.CONFIRMED && !seat.last().getEndsAt().isAfter(now);
      require(!holdDue && !endDue, "I11", "due at", now, seat.last());
    }
  }
}
