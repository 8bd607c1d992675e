package booking.worker.stream;

import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.Decision;
import booking.worker.slot.InView;
import booking.worker.slot.NoSlot;
import booking.worker.slot.Slot;
import booking.worker.slot.SlotCommand;
import booking.worker.slot.SlotCommand.AllLive;
import booking.worker.slot.SlotCommand.TheBooking;
import booking.worker.slot.SlotCommand.TheUser;
import booking.worker.slot.SlotEvent;
import booking.worker.slot.SlotState;
import booking.worker.stream.Left.LeftBooking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one writer of a task's slots: fetches what a command has to see, lets the slot decide, then
 * stores what the events leave behind and sends them.
 */
final class SlotWriter {

  private final SlotStores stores;
  private final BookingIndex index;
  private final FirstAnswers firstAnswers;
  private final SlotAgenda agenda;
  private final Outbox outbox;
  private final NotificationTranslation notifications;

  SlotWriter(TaskState task, Outbox outbox, boolean notifyCompleted) {
    this.stores = task.stores();
    this.index = task.index();
    this.agenda = task.agenda();
    this.firstAnswers = task.firstAnswers();
    this.outbox = outbox;
    this.notifications = new NotificationTranslation(notifyCompleted);
  }

  SlotState state(long timeslotId) {
    return stores
        .slot(timeslotId)
        .map(SlotState.class::cast)
        .orElseGet(() -> new NoSlot(timeslotId));
  }

  /** The bookings that a decision has to see; none where no slot is. */
  private InView view(SlotState state, SlotCommand.About about, Instant now) {
    if (!(state instanceof Slot slot)) {
      return new InView(List.of());
    }
    Map<Long, Booking> seen = new LinkedHashMap<>();
    index.dueHolds(slot.timeslotId(), now).forEach(bookingId -> see(seen, bookingId));
    if (about instanceof TheUser user) {
      seeCustomer(seen, slot, user.userId());
    } else if (about instanceof TheBooking one
        && BookingNumber.timeslotId(one.bookingId()) == slot.timeslotId()) {
      see(seen, one.bookingId());
      Optional.ofNullable(seen.get(one.bookingId()))
          .ifPresent(booking -> seeCustomer(seen, slot, booking.userId()));
    } else if (about instanceof AllLive) {
      stores
          .bookingsOf(slot.timeslotId(), Booking::isLive)
          .forEach(booking -> seen.putIfAbsent(booking.bookingId(), booking));
    }
    return new InView(List.copyOf(seen.values()));
  }

  private void seeCustomer(Map<Long, Booking> seen, Slot slot, long userId) {
    index.bookingOf(slot.timeslotId(), userId).ifPresent(bookingId -> see(seen, bookingId));
  }

  private void see(Map<Long, Booking> seen, long bookingId) {
    if (!seen.containsKey(bookingId)) {
      stores.booking(bookingId).ifPresent(booking -> seen.put(bookingId, booking));
    }
  }

  /** Decides a command for a slot as it was found; nothing is done of it yet. */
  Outcome consider(SlotState state, SlotCommand command, Cause cause, Instant now) {
    Decision decision = state.decide(command, view(state, command.about(), now), now);
    Optional<Slot> found = state instanceof Slot known ? Optional.of(known) : Optional.empty();
    Optional<Slot> slot = found;
    List<Outcome.Step> steps = new ArrayList<>();
    for (SlotEvent event : decision.events()) {
      Left left = Left.by(event, after(state, slot, event));
      slot = Optional.of(left.slot());
      steps.add(step(left, EventTranslation.isTimer(event) ? Cause.none() : cause));
    }
    return new Outcome(decision.answer(), found, steps);
  }

  private Outcome.Step step(Left left, Cause cause) {
    return new Outcome.Step(
        left,
        EventTranslation.event(left, cause),
        notifications.of(left),
        EventTranslation.refund(left.event()));
  }

  /** Tells everybody, and stores what is left behind. */
  void carryOut(Outcome outcome) {
    for (Outcome.Step step : outcome.steps()) {
      outbox.send(step.event());
      step.notification().ifPresent(outbox::send);
      step.refund().ifPresent(outbox::send);
    }
    store(outcome);
  }

  /** Forgets a slot with all its bookings and answers. */
  void forget(long timeslotId) {
    stores.bookingsOf(timeslotId, any -> true).forEach(index::remove);
    stores.remove(timeslotId);
    firstAnswers.forget(timeslotId);
  }

  private static Slot after(SlotState state, Optional<Slot> slot, SlotEvent event) {
    if (slot.isPresent()) {
      return slot.get().after(event);
    }
    if (state instanceof NoSlot none && event instanceof SlotEvent.TimeslotCreated created) {
      return none.after(created);
    }
    throw new IllegalStateException("Only a creation can happen where no slot is: " + event);
  }

  private void store(Outcome outcome) {
    Optional<Left> last = outcome.last();
    if (outcome.bookingsOnly()) {
      last.ifPresent(left -> stores.keepWhole(left.slot()));
    } else {
      last.ifPresent(stores::putSlot);
    }
    for (LeftBooking each : outcome.bookings()) {
      stores.putBooking(each);
      index
          .put(each.booking())
          .ifPresent(bookingId -> firstAnswers.outlived(bookingId, last.orElseThrow().slot()));
    }
    for (Outcome.Step step : outcome.steps()) {
      remind(step.left());
    }
  }

  /** Sees to it that what begins with an event also ends. */
  private void remind(Left left) {
    if (left.event() instanceof SlotEvent.TimeslotCreated) {
      agenda.forgets(left.slot().timeslotId(), left.slot().terms().endsAt());
    }
    if (left.event().confirmedChange() > 0) {
      left.booking().ifPresent(confirmed -> agenda.completes(confirmed.booking()));
    }
  }
}
