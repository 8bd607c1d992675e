package booking.worker.stream;

import booking.schemas.BookingEvent;
import booking.schemas.BookingNotification;
import booking.schemas.RefundRequested;
import booking.schemas.TimeslotSnapshot;
import booking.worker.slot.Booking;
import booking.worker.slot.BookingNumber;
import booking.worker.slot.BookingState;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one writer of a task's slots: fetches what a command has to see, lets the slot decide, then
 * stores what the events leave behind and sends them.
 */
final class SlotWriter {

  // A tick must be over well before its transaction times out; what is left waits for the next.
  private static final int DUE_A_TICK = 5_000;

  private final SlotStores stores;
  private final BookingIndex index;
  private final FirstAnswers firstAnswers;
  private final SlotAgenda ends = new SlotAgenda();
  private final SlotAgenda forgets = new SlotAgenda();
  private final Duration retention;
  private final Outbox outbox;
  private final NotificationTranslation notifications;

  /**
   * What becomes of a command once it is carried out.
   *
   * @param slot as it was found, empty if there is none
   * @param steps one for each event, in their order
   */
  record Outcome(Decision.Answer answer, Optional<Slot> slot, List<Step> steps) {

    /** The slot after it, empty if there is none. */
    Optional<TimeslotSnapshot> timeslotAfter() {
      return last().map(Left::timeslot).or(() -> slot.map(SlotTranslation::snapshot));
    }

    /** The slot's version after it, empty if the command itself changed nothing. */
    Optional<Long> version() {
      return own().flatMap(any -> last()).map(left -> left.slot().version());
    }

    /** What the last event that the command itself caused leaves behind, if there is any. */
    Optional<Left> own() {
      // Holds end before a command is answered, so its own events are the last ones.
      return last().filter(left -> !EventTranslation.isTimer(left.event()));
    }

    /** Each booking once, as it is at the end. */
    private Collection<LeftBooking> bookings() {
      Map<Long, LeftBooking> bookings = new LinkedHashMap<>();
      for (Step step : steps) {
        step.left()
            .booking()
            .ifPresent(booking -> bookings.put(booking.booking().bookingId(), booking));
      }
      return bookings.values();
    }

    private Optional<Left> last() {
      return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1).left());
    }
  }

  /** What one event leaves behind, and what is said of it. */
  record Step(
      Left left,
      BookingEvent event,
      Optional<BookingNotification> notification,
      Optional<RefundRequested> refund) {}

  /**
   * @param index empty; filled here from the stores
   */
  SlotWriter(SlotStores stores, BookingIndex index, Outbox outbox, Rules rules) {
    this.stores = stores;
    this.index = index;
    this.firstAnswers = new FirstAnswers(stores, index);
    this.outbox = outbox;
    this.retention = rules.retention();
    this.notifications = new NotificationTranslation(rules.notifyCompleted());
    stores.forEachSlot(this::forgetEventually);
    stores.forEachBooking(this::know);
    stores.forEachAnswer(answer -> forgetEventually(answer.getTimeslotId(), answer.getDecidedAt()));
  }

  private void know(Booking booking) {
    index.put(booking);
    if (booking.state() instanceof BookingState.Confirmed) {
      endsWithSlot(booking);
    }
  }

  private void endsWithSlot(Booking booking) {
    ends.put(booking.promise().endsAt(), BookingNumber.timeslotId(booking.bookingId()));
  }

  private void forgetEventually(Slot slot) {
    forgets.put(slot.terms().endsAt().plus(retention), slot.timeslotId());
  }

  /** Sees to it that what was answered where no slot is will not be kept for ever. */
  void forgetEventually(long timeslotId, Instant answeredAt) {
    if (stores.slot(timeslotId).isEmpty()) {
      forgets.put(answeredAt.plus(retention), timeslotId);
    }
  }

  SlotState state(long timeslotId) {
    return stores.slot(timeslotId).map(SlotState.class::cast).orElse(new NoSlot(timeslotId));
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
    List<Step> steps = new ArrayList<>();
    for (SlotEvent event : decision.events()) {
      Left left = Left.by(event, after(state, slot, event));
      slot = Optional.of(left.slot());
      steps.add(step(left, EventTranslation.isTimer(event) ? Cause.none() : cause));
    }
    return new Outcome(decision.answer(), found, steps);
  }

  private Step step(Left left, Cause cause) {
    return new Step(
        left,
        EventTranslation.event(left, cause),
        notifications.of(left),
        EventTranslation.refund(left.event()));
  }

  /** Tells everybody, and stores what is left behind. */
  void carryOut(Outcome outcome) {
    for (Step step : outcome.steps()) {
      outbox.send(step.event());
      step.notification().ifPresent(outbox::send);
      step.refund().ifPresent(outbox::send);
    }
    store(outcome);
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
    last.ifPresent(stores::putSlot);
    for (LeftBooking each : outcome.bookings()) {
      stores.putBooking(each);
      index
          .put(each.booking())
          .ifPresent(bookingId -> firstAnswers.outlived(bookingId, last.orElseThrow().slot()));
    }
    for (Step step : outcome.steps()) {
      remind(step.left());
    }
  }

  /** Sees to it that what begins with an event also ends. */
  private void remind(Left left) {
    if (left.event() instanceof SlotEvent.TimeslotCreated) {
      forgetEventually(left.slot());
    }
    if (left.event().confirmedChange() > 0) {
      left.booking().ifPresent(confirmed -> endsWithSlot(confirmed.booking()));
    }
  }

  /** Does what time alone makes due; a slot that shows a fault stops no other. */
  void tick(Instant now) {
    for (long timeslotId : index.slotsWithDueHolds(now, DUE_A_TICK)) {
      onTime(timeslotId, new SlotCommand.ExpireHolds(), now);
    }
    for (long timeslotId : ends.due(now, DUE_A_TICK)) {
      onTime(timeslotId, new SlotCommand.Complete(), now);
    }
    for (long timeslotId : forgets.due(now, DUE_A_TICK)) {
      forget(timeslotId, now);
    }
  }

  /** Whether it was done, and not kept from it by a fault. */
  private boolean onTime(long timeslotId, SlotCommand command, Instant now) {
    Optional<Outcome> outcome =
        Trial.of(
            () -> consider(state(timeslotId), command, Cause.none(), now),
            bug -> outbox.faulty(timeslotId, bug));
    outcome.ifPresent(this::carryOut);
    return outcome.isPresent();
  }

  private void forget(long timeslotId, Instant now) {
    Optional<Slot> slot = stores.slot(timeslotId);
    if (slot.isEmpty()) {
      Instant longAgo = now.minus(retention);
      stores.removeAnswers(timeslotId, answer -> !answer.getDecidedAt().isAfter(longAgo));
    } else if (!slot.get().terms().endsAt().plus(retention).isAfter(now)
        // Nobody is to be left confirmed in a slot that nobody remembers, however late the tick is.
        && onTime(timeslotId, new SlotCommand.Complete(), now)) {
      stores.bookingsOf(timeslotId, any -> true).forEach(index::remove);
      stores.remove(timeslotId);
    }
    // Otherwise the slot came after the answer that was to be forgotten, and takes it along later.
  }
}
