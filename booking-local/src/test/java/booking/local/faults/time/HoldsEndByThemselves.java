package booking.local.faults.time;

import booking.local.Premises;
import booking.local.faults.Fault;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.Tier;
import booking.local.faults.client.Guest;
import booking.local.faults.stranger.Mark;
import booking.local.faults.stranger.Stranger;
import booking.schemas.BookingEvent;
import booking.schemas.Topics;
import booking.schemas.fact.BookingCancelled;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** F4: nobody touches a slot any more, and its holds end all the same. */
public final class HoldsEndByThemselves implements Fault {

  private static final int HOLDS = 20;
  private static final long USER = 54_000_000;
  private static final Duration LATE_MAX = Duration.ofSeconds(5);

  @Override
  public String row() {
    return "F4";
  }

  @Override
  public String what() {
    return "holds in slots that nobody touches";
  }

  @Override
  public int times(Tier tier) {
    return tier == Tier.SMALL ? 0 : 1;
  }

  @Override
  public Strike strike(Scene scene) {
    List<Long> slots = new Premises(Guest.admin(scene.cluster()).gateways().get(0)).slots(HOLDS, 1);
    Guest guest = Guest.user(scene.cluster(), USER);
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      Mark from = stranger.end(Topics.BOOKING_EVENTS.name());
      slots.forEach(guest::book);
      boolean all = Soon.isTrue(() -> ended(stranger, from, slots).size() == HOLDS);
      List<Long> late =
          ended(stranger, from, slots).stream()
              .map(HoldsEndByThemselves::lateness)
              .map(Duration::toMillis)
              .sorted()
              .toList();
      return Strike.plain()
          .with("holds %d, ended late by %s ms".formatted(HOLDS, summary(late)))
          .mustHold(all, "holds that do not end")
          .mustHold(
              late.stream().allMatch(millis -> millis >= 0 && millis <= LATE_MAX.toMillis()),
              "ended too early or late: " + late);
    }
  }

  private static List<BookingEvent> ended(Stranger stranger, Mark from, List<Long> slots) {
    Set<Long> wanted = Set.copyOf(slots);
    return stranger.since(from, Topics.BOOKING_EVENTS).stream()
        .filter(event -> wanted.contains(event.getTimeslotId()))
        .filter(event -> event.getFact() instanceof BookingCancelled)
        .toList();
  }

  private static Duration lateness(BookingEvent ended) {
    return Duration.between(ended.getBookingAfter().getHoldExpiresAt(), ended.getOccurredAt());
  }

  private static String summary(List<Long> sorted) {
    return sorted.isEmpty()
        ? "nothing"
        : "%d (p50) to %d (most)"
            .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }
}
