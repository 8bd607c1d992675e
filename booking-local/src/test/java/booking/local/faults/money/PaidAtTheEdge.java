package booking.local.faults.money;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.Answer;
import booking.local.Premises;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.stranger.ChosenTimes;
import booking.local.faults.stranger.Mark;
import booking.local.faults.stranger.Stranger;
import booking.local.faults.stranger.Told;
import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.Role;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * C6: a payment a millisecond before its hold ends, at the end, and a millisecond after; with
 * nobody else there, and with somebody who asked for the seat at that very moment.
 */
final class PaidAtTheEdge {

  private static final long USER = 6_000_000;
  private static final int ATTEMPTS_MAX = 5;

  /** A row of the table: when it is paid, whether a rival asks then, what must come of it. */
  private record Case(long millis, boolean rival, boolean kept, String rivalTold) {}

  private static final List<Case> CASES =
      List.of(
          new Case(-1, false, true, "nobody"),
          new Case(0, false, true, "nobody"),
          new Case(1, false, true, "nobody"),
          new Case(-1, true, true, "TIMESLOT_FULL"),
          new Case(0, true, false, "accepted"),
          new Case(1, true, false, "accepted"));

  private PaidAtTheEdge() {}

  static Strike strike(Scene scene) {
    List<String> wrong = new ArrayList<>();
    try (Till till = new Till(scene.cluster())) {
      ChosenTimes.during(
          scene.cluster().bootstrapServers(),
          List.of(Topics.PAYMENT_SUCCEEDED.name(), Topics.BOOKING_REQUESTS.name()),
          () -> CASES.forEach(row -> play(scene, till, row).ifPresent(wrong::add)));
    }
    return Strike.plain()
        .with(
            "outcomes as the table says %d of %d"
                .formatted(CASES.size() - wrong.size(), CASES.size()))
        .mustHold(wrong.isEmpty(), "not as the table says: " + wrong);
  }

  /**
   * What is wrong about a case, if it is; one that the true end of the hold overtook is no case.
   */
  private static Optional<String> play(Scene scene, Till till, Case row) {
    Premises premises = Guest.premises(scene.cluster());
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      long slot = premises.slot(1);
      Answer held = Till.seat(Guest.user(scene.cluster(), USER + slot), slot);
      Instant end = Instant.parse(held.text("holdExpiresAt"));
      Optional<String> wrong = play(till, held, row, end.plusMillis(row.millis()));
      if (wrong.isEmpty() || Clock.systemUTC().instant().isBefore(end)) {
        return wrong;
      }
    }
    return Optional.of(row + " takes longer than its hold");
  }

  private static Optional<String> play(Till till, Answer held, Case row, Instant at) {
    long booking = held.number("id");
    String rivalTold =
        row.rival() ? rival(till.stranger(), held.number("timeslotId"), at) : "nobody";
    String id = "edge-" + booking;
    till.takeAt(id, booking, at);
    boolean lost = !till.lost().isEmpty();
    boolean kept = till.kept().contains(id);
    boolean back =
        till.returned().getOrDefault(id, List.of()).stream()
            .anyMatch(refund -> refund.getReason().equals("late_payment"));
    return !lost && kept == row.kept() && back != kept && rivalTold.equals(row.rivalTold())
        ? Optional.empty()
        : Optional.of("%s: kept %s, back %s, rival %s".formatted(row, kept, back, rivalTold));
  }

  /** Somebody else asks for the seat at that moment; what they are told. */
  private static String rival(Stranger stranger, long slot, Instant at) {
    BookingRequest request =
        new BookingRequest(
            UUID.randomUUID().toString(),
            1L,
            0,
            new Actor(USER, Role.USER),
            slot,
            new Book(null, null, null, null));
    Mark results = stranger.end(Topics.BOOKING_RESULTS.name());
    stranger.write(
        new ProducerRecord<>(
            Topics.BOOKING_REQUESTS.name(),
            null,
            at.toEpochMilli(),
            Long.toString(slot).getBytes(UTF_8),
            stranger.bytes(Topics.BOOKING_REQUESTS, request)));
    Soon.isTrue(() -> Told.since(stranger, results).containsKey(request.getRequestId()));
    return Told.since(stranger, results).getOrDefault(request.getRequestId(), "nothing");
  }
}
