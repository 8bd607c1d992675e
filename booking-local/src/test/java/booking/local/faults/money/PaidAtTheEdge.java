package booking.local.faults.money;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.Answer;
import booking.local.Premises;
import booking.local.faults.Fault;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.Tier;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * C6: a payment a millisecond before its hold ends, at the end, and a millisecond after; with
 * nobody else there, and with somebody who asked for the seat at that very moment.
 */
public final class PaidAtTheEdge implements Fault {

  private static final long USER = 6_000_000;

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

  @Override
  public String row() {
    return "C6";
  }

  @Override
  public String what() {
    return "paid 1 ms before, at, 1 ms after its hold ends";
  }

  @Override
  public int times(Tier tier) {
    return tier == Tier.SMALL ? 0 : 1;
  }

  @Override
  public Strike strike(Scene scene) {
    List<Long> slots =
        new Premises(Guest.admin(scene.cluster()).gateways().get(0)).slots(CASES.size(), 1);
    List<String> wrong = new ArrayList<>();
    try (Till till = new Till(scene.cluster())) {
      ChosenTimes.during(
          scene.cluster().bootstrapServers(),
          List.of(Topics.PAYMENT_SUCCEEDED.name(), Topics.BOOKING_REQUESTS.name()),
          () -> {
            for (int i = 0; i < CASES.size(); i++) {
              wrong.addAll(play(scene, till, slots.get(i), CASES.get(i)));
            }
          });
      return Strike.plain()
          .with(
              "outcomes as the table says %d of %d"
                  .formatted(CASES.size() - wrong.size(), CASES.size()))
          .mustHold(wrong.isEmpty(), "not as the table says: " + wrong);
    }
  }

  private static List<String> play(Scene scene, Till till, long slot, Case row) {
    Answer held = Till.seat(Guest.user(scene.cluster(), USER), slot);
    long booking = held.number("id");
    Instant at = Instant.parse(held.text("holdExpiresAt")).plusMillis(row.millis());
    String rivalTold = row.rival() ? rival(till.stranger(), slot, at) : "nobody";
    String id = "edge-" + booking;
    till.takeAt(id, booking, at);
    boolean lost = !till.lost().isEmpty();
    boolean kept = till.kept().contains(id);
    boolean back =
        till.returned().getOrDefault(id, List.of()).stream()
            .anyMatch(refund -> refund.getReason().equals("late_payment"));
    return !lost && kept == row.kept() && back != kept && rivalTold.equals(row.rivalTold())
        ? List.of()
        : List.of("%s: kept %s, back %s, rival %s".formatted(row, kept, back, rivalTold));
  }

  /** Somebody else asks for the seat at that moment; what they are told. */
  private static String rival(Stranger stranger, long slot, Instant at) {
    BookingRequest request =
        new BookingRequest(
            UUID.randomUUID().toString(),
            1L,
            0,
            new Actor(USER + 1, Role.USER),
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
