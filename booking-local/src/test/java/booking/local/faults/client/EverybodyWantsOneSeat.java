package booking.local.faults.client;

import booking.local.faults.Scene;
import booking.local.faults.Strike;

/** C14: ten thousand people ask for the one seat of a slot at once. */
final class EverybodyWantsOneSeat {

  private static final int PEOPLE = 10_000;
  private static final long FIRST_USER = 14_000_000;

  private EverybodyWantsOneSeat() {}

  static Strike strike(Scene scene) {
    long slot = FreeSlots.one(scene.cluster(), 1);
    Crowd.Told told = new Crowd(scene.cluster(), slot, FIRST_USER, PEOPLE).rush().join();
    return judged(told, 1, PEOPLE);
  }

  /** What must hold of any crowd that wants more seats than there are. */
  static Strike judged(Crowd.Told told, int seats, int people) {
    long winners = told.of("201");
    long refused = told.of("409 TIMESLOT_FULL");
    return Strike.plain()
        .with("winners %d of %d seats, told that it is full %d".formatted(winners, seats, refused))
        // The goal is none; how many there are says more of the machine than of the rules.
        .with("5xx on the way %d of %s".formatted(told.serverErrors(), told.onTheWay()))
        .with(
            "p50 %d ms, p99 %d ms, drained in %.1f s"
                .formatted(
                    told.p50().toMillis(), told.p99().toMillis(), told.drained().toMillis() / 1e3))
        .mustHold(winners == seats, winners + " winners of " + seats + " seats")
        .mustHold(
            winners + refused == people, "other answers than won and full: " + told.answers());
  }
}
