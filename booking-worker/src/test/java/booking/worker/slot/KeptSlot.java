package booking.worker.slot;

import booking.worker.slot.SlotCommand.AllLive;
import booking.worker.slot.SlotCommand.TheBooking;
import booking.worker.slot.SlotCommand.TheUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A slot and its bookings as the stream keeps them: whatever events leave behind, nothing else.
 * After every decision it makes sure of the {@link Laws}.
 */
final class KeptSlot {

  private SlotState state;
  private final Map<Long, Booking> bookings = new TreeMap<>();
  private final List<SlotEvent> events = new ArrayList<>();

  KeptSlot() {
    this(new NoSlot(BlueRoom.TIMESLOT));
  }

  KeptSlot(SlotState state) {
    this.state = state;
  }

  Decision decide(SlotCommand command, Instant now) {
    InView view = view(command.about(), now);
    Decision decision = state.decide(command, view, now);
    Laws.sameQuestionSameAnswer(decision, state.decide(command, view, now));
    Laws.refusalChangesNothing(decision);
    for (SlotEvent event : decision.events()) {
      keep(event, now);
    }
    Laws.seatsAreCounted(this);
    Laws.holdsEnd(this, now);
    return decision;
  }

  private void keep(SlotEvent event, Instant now) {
    Optional<Slot> before = slot();
    Slot after =
        state instanceof NoSlot none
            ? none.after((SlotEvent.TimeslotCreated) event)
            : before.orElseThrow().after(event);
    if (event instanceof SlotEvent.OfBooking ofBooking) {
      Optional<Booking> earlier = booking(ofBooking.after().bookingId());
      Laws.bookingStaysItself(earlier, ofBooking, now);
      Laws.bookingIsWhatTheEventSays(ofBooking);
      bookings.put(ofBooking.after().bookingId(), ofBooking.after());
    }
    Laws.versionFollows(before, after, event, now);
    state = after;
    events.add(event);
  }

  /** What a decision has to see of the bookings: those due first, then those it is about. */
  InView view(SlotCommand.About about, Instant now) {
    List<Booking> seen = new ArrayList<>();
    bookings.values().stream()
        .filter(booking -> booking.holdIsDue(now))
        .sorted(Comparator.comparing(Booking::heldUntil).thenComparing(Booking::bookingId))
        .forEach(seen::add);
    bookings.values().stream()
        .filter(concerned(about))
        .filter(booking -> !booking.holdIsDue(now))
        .forEach(seen::add);
    return new InView(seen);
  }

  private Predicate<Booking> concerned(SlotCommand.About about) {
    if (about instanceof TheUser user) {
      return booking -> booking.userId() == user.userId();
    } else if (about instanceof TheBooking one) {
      Optional<Booking> known = booking(one.bookingId());
      return booking -> known.filter(it -> it.userId() == booking.userId()).isPresent();
    }
    return booking -> about instanceof AllLive && booking.isLive();
  }

  /** Makes it a slot that has given so many booking numbers already, and none of them is live. */
  void bookingsComeAndGo(int last) {
    Slot slot = slot().orElseThrow();
    state =
        new Slot(
            slot.timeslotId(),
            slot.version(),
            slot.terms(),
            slot.open(),
            new Seats(0, 0, last),
            slot.createdAt(),
            slot.updatedAt());
  }

  SlotState state() {
    return state;
  }

  Optional<Slot> slot() {
    return state instanceof Slot slot ? Optional.of(slot) : Optional.empty();
  }

  Optional<Booking> booking(long bookingId) {
    return Optional.ofNullable(bookings.get(bookingId));
  }

  List<Booking> bookings() {
    return List.copyOf(bookings.values());
  }

  /** All that ever happened, oldest first. */
  List<SlotEvent> events() {
    return List.copyOf(events);
  }
}
