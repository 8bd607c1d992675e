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
import java.time.Instant;
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

  private final SlotStores stores;
  private final BookingIndex index = new BookingIndex();
  private final SlotAgenda agenda;
  private final Outbox outbox;
  private final NotificationTranslation notifications;

  /**
   * What a command left.
   *
   * @param slot after it, empty if there is none
   * @param booking that the command itself made or changed last, if any
   * @param changed whether the command itself left an event
   */
  record Outcome(
      Decision.Answer answer, Optional<Slot> slot, Optional<Booking> booking, boolean changed) {}

  SlotWriter(SlotStores stores, Outbox outbox, Rules rules) {
    this.stores = stores;
    this.outbox = outbox;
    this.agenda = new SlotAgenda(rules.retention());
    this.notifications = new NotificationTranslation(rules.notifyCompleted());
    stores.forEachSlot(agenda::put);
    stores.forEachBooking(index::put);
  }

  SlotState state(long timeslotId) {
    return stores.slot(timeslotId).map(SlotState.class::cast).orElse(new NoSlot(timeslotId));
  }

  /** The bookings that a decision has to see. */
  InView view(long timeslotId, SlotCommand.About about, Instant now) {
    Map<Long, Booking> seen = new LinkedHashMap<>();
    see(seen, index.dueHolds(timeslotId, now));
    if (about instanceof TheUser user) {
      see(seen, index.bookingsOf(timeslotId, user.userId()));
    } else if (about instanceof TheBooking one
        && BookingNumber.timeslotId(one.bookingId()) == timeslotId) {
      see(seen, List.of(one.bookingId()));
      Optional.ofNullable(seen.get(one.bookingId()))
          .ifPresent(booking -> see(seen, index.bookingsOf(timeslotId, booking.userId())));
    } else if (about instanceof AllLive) {
      stores
          .bookingsOf(timeslotId, Booking::isLive)
          .forEach(booking -> seen.putIfAbsent(booking.bookingId(), booking));
    }
    return new InView(List.copyOf(seen.values()));
  }

  private void see(Map<Long, Booking> seen, Collection<Long> bookingIds) {
    for (long bookingId : bookingIds) {
      if (!seen.containsKey(bookingId)) {
        stores.booking(bookingId).ifPresent(booking -> seen.put(bookingId, booking));
      }
    }
  }

  /** Decides a command that a timer or the payment service caused. */
  Outcome decide(long timeslotId, SlotCommand command, Instant now) {
    return decide(timeslotId, command, Cause.none(), now);
  }

  Outcome decide(long timeslotId, SlotCommand command, Cause cause, Instant now) {
    InView view = view(timeslotId, command.about(), now);
    return record(state(timeslotId), command, view, cause.at(now));
  }

  /** Decides with a view that was fetched before. */
  Outcome record(SlotState state, SlotCommand command, InView view, Cause.At cause) {
    Decision decision = state.decide(command, view, cause.now());
    Optional<Slot> slot = state instanceof Slot known ? Optional.of(known) : Optional.empty();
    Optional<Booking> booking = Optional.empty();
    boolean changed = false;
    Map<Long, Booking> left = new LinkedHashMap<>();
    for (SlotEvent event : decision.events()) {
      slot = Optional.of(after(state, slot, event));
      if (event instanceof SlotEvent.OfBooking ofBooking) {
        left.put(ofBooking.after().bookingId(), ofBooking.after());
      }
      boolean own = !EventTranslation.isTimer(event);
      if (own) {
        changed = true;
        booking = EventTranslation.bookingAfter(event);
      }
      outbox.send(EventTranslation.event(slot.get(), event, own ? cause.cause() : Cause.none()));
      notifications.of(slot.get(), event).ifPresent(outbox::send);
      EventTranslation.refund(event).ifPresent(outbox::send);
    }
    store(slot, left.values(), decision.events());
    return new Outcome(decision.answer(), slot, booking, changed);
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

  private void store(Optional<Slot> slot, Collection<Booking> bookings, List<SlotEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    slot.ifPresent(
        after -> {
          stores.put(after);
          if (events.get(0) instanceof SlotEvent.TimeslotCreated) {
            agenda.put(after);
          } else {
            agenda.putIfPast(after);
          }
        });
    for (Booking booking : bookings) {
      stores.put(booking);
      index.put(booking);
    }
  }

  /** Does what time alone makes due. */
  void tick(Instant now) {
    for (long timeslotId : index.slotsWithDueHolds(now)) {
      decide(timeslotId, new SlotCommand.ExpireHolds(), now);
    }
    for (long timeslotId : agenda.due(now)) {
      stores.slot(timeslotId).ifPresent(slot -> end(slot, now));
    }
  }

  private void end(Slot slot, Instant now) {
    if (agenda.toBeForgotten(slot, now)) {
      stores.bookingsOf(slot.timeslotId(), any -> true).forEach(index::remove);
      stores.remove(slot.timeslotId());
    } else {
      if (slot.seats().confirmed() > 0) {
        decide(slot.timeslotId(), new SlotCommand.Complete(), now);
      }
      agenda.ended(slot);
    }
  }
}
