package booking.worker.stream;

import booking.schemas.BookingEvent;
import booking.schemas.BookingNotification;
import booking.schemas.RefundRequested;
import booking.schemas.TimeslotSnapshot;
import booking.worker.slot.Decision;
import booking.worker.slot.Slot;
import booking.worker.stream.Left.LeftBooking;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a command once it is carried out.
 *
 * @param slot as it was found, empty if there is none
 * @param steps one for each event, in their order
 */
record Outcome(Decision.Answer answer, Optional<Slot> slot, List<Step> steps) {

  /** What one event leaves behind, and what is said of it. */
  record Step(
      Left left,
      BookingEvent event,
      Optional<BookingNotification> notification,
      Optional<RefundRequested> refund) {}

  Outcome {
    steps = List.copyOf(steps);
  }

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
  Collection<LeftBooking> bookings() {
    if (steps.size() == 1) {
      return steps.get(0).left().booking().map(List::of).orElse(List.of());
    }
    Map<Long, LeftBooking> bookings = new LinkedHashMap<>();
    for (Step step : steps) {
      step.left()
          .booking()
          .ifPresent(booking -> bookings.put(booking.booking().bookingId(), booking));
    }
    return bookings.values();
  }

  /** Whether nothing of the slot itself changed but its numbers, which its bookings carry. */
  boolean bookingsOnly() {
    return steps.stream().allMatch(step -> step.left().booking().isPresent());
  }

  /** What the last event leaves behind, if there is any. */
  Optional<Left> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1).left());
  }
}
