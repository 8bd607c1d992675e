package booking.worker.stream;

import booking.schemas.BookingSnapshot;
import booking.schemas.RequestResult;
import booking.schemas.command.Cancel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a decision costs in a slot of ten seats and in one of ten thousand, each with one
 * seat left: one round in the one, one in the other, and so on. Not a test: machines are noisy.
 */
final class CostOfSeats {

  private static final LocalDate DAY = LocalDate.of(2027, 3, 5);
  private static final long LAST_USER = 99_999;
  private static final int DECISIONS = 4_000;
  private static final int ROUNDS = 9;

  private CostOfSeats() {}

  public static void main(String[] arguments) {
    try (Venue small = almostFull(10);
        Venue great = almostFull(10_000)) {
      microsADecision(small);
      microsADecision(great);
      List<Double> ratios = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        double of10 = microsADecision(small);
        double of10000 = microsADecision(great);
        ratios.add(of10000 / of10);
        System.out.printf(
            Locale.ROOT,
            "round %d: %.1f µs with 10 seats, %.1f µs with 10 000%n",
            round,
            of10,
            of10000);
      }
      Collections.sort(ratios);
      System.out.printf(
          Locale.ROOT,
          "10 000 seats / 10 seats: median %.2f, from %.2f to %.2f%n",
          ratios.get(ROUNDS / 2),
          ratios.get(0),
          ratios.get(ROUNDS - 1));
    }
  }

  /** A venue whose slot 1 has so many seats and one of them free. */
  static Venue almostFull(int seats) {
    Venue venue = new Venue();
    venue.room("Great hall", "40.00");
    venue.slots(1, DAY, seats);
    for (long user = 2; user <= seats; user++) {
      RequestResult held = venue.book(user, 1);
      if (!held.getAccepted()) {
        throw new IllegalStateException(held.getCode());
      }
    }
    venue.recordsWritten();
    return venue;
  }

  /** Takes the last seat and gives it back. */
  static void bookAndCancel(Venue venue) {
    BookingSnapshot held = venue.book(LAST_USER, 1).getBookingAfter();
    venue.ask(LAST_USER, 1, new Cancel(held.getBookingId()));
  }

  private static double microsADecision(Venue venue) {
    long from = System.nanoTime();
    for (int i = 0; i < DECISIONS / 2; i++) {
      bookAndCancel(venue);
    }
    double micros = (System.nanoTime() - from) / 1e3 / DECISIONS;
    // What was written is read away, so that it does not pile up.
    venue.recordsWritten();
    return micros;
  }
}
