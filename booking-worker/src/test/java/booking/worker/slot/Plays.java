package booking.worker.slot;

import booking.worker.slot.Play.Ask;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random stories, thick with what is rare: few customers, times on the edge, wrong amounts. */
final class Plays {

  private static final int ASKS_MIN = 10;
  private static final int ASKS_MAX = 50;
  private static final int PAYMENTS = 25;

  private Plays() {}

  static Arbitrary<Play> any() {
    Arbitrary<String> slot =
        Combinators.combine(Arbitraries.of(1, 1, 2, 3), Arbitraries.of("40.00", "40.00", "0.00"))
            .as((seats, price) -> "create " + seats + " seats at " + price + " EUR");
    Arbitrary<List<Ask>> asks =
        Combinators.combine(pauses(), words())
            .as(Ask::new)
            .list()
            .ofMinSize(ASKS_MIN)
            .ofMaxSize(ASKS_MAX);
    return Combinators.combine(slot, asks).as(Play::new).withoutEdgeCases();
  }

  private static Arbitrary<Duration> pauses() {
    return Arbitraries.of(
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofMillis(1),
        Duration.ofMinutes(1),
        Duration.ofMinutes(7),
        Duration.ofMinutes(15).minusMillis(1),
        Duration.ofMinutes(15),
        Duration.ofMinutes(15).plusMillis(1),
        Duration.ofHours(2),
        Duration.ofHours(9));
  }

  private static Arbitrary<String> words() {
    Arbitrary<Integer> booking = Arbitraries.of(1, 1, 1, 2, 2, 3, 4);
    Arbitrary<Integer> user = Arbitraries.integers().between(7, 9);
    return Arbitraries.frequencyOf(
        Tuple.of(6, user.map(who -> "book by " + who)),
        Tuple.of(8, booking.map(number -> "pay #" + number + " with p?: 40.00 EUR")),
        Tuple.of(2, booking.map(number -> "pay #" + number + " with p?: 20.00 EUR")),
        Tuple.of(1, booking.map(number -> "pay #" + number + " with p?: 40.00 USD")),
        Tuple.of(
            3,
            Combinators.combine(booking, user)
                .as((number, who) -> "cancel #" + number + " by " + who)),
        Tuple.of(1, booking.map(number -> "venue cancels #" + number)),
        Tuple.of(2, booking.map(number -> "no-show #" + number)),
        Tuple.of(1, booking.map(number -> "payment p? of #" + number + " fails")),
        Tuple.of(5, settlements(booking)),
        Tuple.of(3, slotAlone()));
  }

  private static Arbitrary<String> settlements(Arbitrary<Integer> booking) {
    return Combinators.combine(
            Arbitraries.integers().between(1, PAYMENTS),
            booking,
            Arbitraries.of("succeeds", "fails"))
        .as((payment, number, how) -> "refund of p" + payment + " for #" + number + " " + how);
  }

  /** What is asked of the slot and not of a booking. */
  static Arbitrary<String> slotAlone() {
    return Arbitraries.of(
        "create 1 seat at 40.00 EUR",
        "change the room's name to Red Room",
        "change nothing",
        "change the refund policy to all back 48 h before",
        "close",
        "close and cancel bookings",
        "open",
        "open",
        "open",
        "open",
        "time passes",
        "slot ends",
        "slot ends");
  }
}
