package booking.local.faults.time;

import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.stranger.Mark;
import booking.local.faults.stranger.Stranger;
import booking.schemas.BookingEvent;
import booking.schemas.Topics;
import booking.schemas.fact.BookingCancelled;
import booking.schemas.fact.BookingHeld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** F4: nobody touches a slot any more, and its holds end all the same. */
final class HoldsEndByThemselves {

  private static final int HOLDS = 20;
  private static final long USER = 54_000_000;
  private static final Duration LATE_MAX = Duration.ofSeconds(5);

  private HoldsEndByThemselves() {}

  static Strike strike(Scene scene) {
    List<Long> slots = Guest.premises(scene.cluster()).slots(HOLDS, 1);
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      Mark from = stranger.end(Topics.BOOKING_EVENTS.name());
      slots.forEach(slot -> Guest.user(scene.cluster(), USER + slot).book(slot));
      // Nor does anybody ask for other slots, whose requests would bring the time along.
      scene.load().pause();
      boolean all = Soon.isTrue(() -> ended(stranger, from, slots).size() == HOLDS);
      scene.load().resume();
      List<Long> late = lateness(about(stranger, from, slots));
      return Strike.plain()
          .with(
              "holds %d, ended late by %s ms (goal %d ms %s)"
                  .formatted(
                      HOLDS,
                      summary(late),
                      LATE_MAX.toMillis(),
                      late.stream().allMatch(millis -> millis <= LATE_MAX.toMillis())
                          ? "met"
                          : "MISSED"))
          .mustHold(all, "holds that do not end")
          .mustHold(late.stream().allMatch(millis -> millis >= 0), "ended too early: " + late);
    }
  }

  private static List<BookingEvent> ended(Stranger stranger, Mark from, List<Long> slots) {
    return about(stranger, from, slots).stream()
        .filter(event -> event.getFact() instanceof BookingCancelled)
        .toList();
  }

  private static List<BookingEvent> about(Stranger stranger, Mark from, List<Long> slots) {
    Set<Long> wanted = Set.copyOf(slots);
    return stranger.since(from, Topics.BOOKING_EVENTS).stream()
        .filter(event -> wanted.contains(event.getTimeslotId()))
        .toList();
  }

  /** How much later than promised each hold ended, in milliseconds, the shortest first. */
  private static List<Long> lateness(List<BookingEvent> events) {
    Map<Long, Instant> promised =
        events.stream()
            .filter(event -> event.getFact() instanceof BookingHeld)
            .collect(
                Collectors.toMap(
                    BookingEvent::getTimeslotId,
                    event -> event.getBookingAfter().getHoldExpiresAt()));
    return events.stream()
        .filter(event -> event.getFact() instanceof BookingCancelled)
        .map(event -> Duration.between(promised.get(event.getTimeslotId()), event.getOccurredAt()))
        .map(Duration::toMillis)
        .sorted()
        .toList();
  }

  private static String summary(List<Long> sorted) {
    return sorted.isEmpty()
        ? "nothing"
        : "%d (p50) to %d (most)"
            .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }
}
