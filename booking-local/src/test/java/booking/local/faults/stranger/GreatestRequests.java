package booking.local.faults.stranger;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.Answer;
import booking.local.Premises;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.cluster.Server;
import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.Role;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * D5: a slot with as many seats as a slot can have, each booked with the longest texts that a
 * request may carry, is closed with all its bookings: one request, and an event, a notification and
 * a record in a store for each of them.
 */
final class GreatestRequests {

  private static final int SEATS = 10_000;
  private static final long FIRST_USER = 45_000_000;
  // Four bytes a character, and none of them compresses away with its neighbour.
  private static final String NOTES = "\ud83e\udd80".repeat(2000);
  private static final String METADATA = "{\"m\":\"" + "x".repeat(4088) + "\"}";

  private GreatestRequests() {}

  static Strike strike(Scene scene) {
    Guest admin = Guest.admin(scene.cluster());
    long slot = new Premises(admin.gateways().get(0)).slot(SEATS);
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      Mark results = stranger.end(Topics.BOOKING_RESULTS.name());
      List<ProducerRecord<byte[], byte[]>> requests =
          LongStream.range(0, SEATS).mapToObj(i -> greatest(stranger, slot, i)).toList();
      stranger.writeAll(requests);
      boolean booked = Soon.isTrue(() -> accepted(stranger, results, slot) == SEATS);
      scene.say("booked " + accepted(stranger, results, slot));
      long from = System.nanoTime();
      Answer closed =
          admin.insist("PUT", "/admin/timeslots/" + slot + "/close", "{\"cancelBookings\":true}");
      long millis = (System.nanoTime() - from) / 1_000_000;
      boolean alive = scene.cluster().workers().stream().allMatch(Server::isAlive);
      return Strike.plain()
          .with(
              "bookings %d, closed with %d in %.1f s"
                  .formatted(SEATS, closed.status(), millis / 1e3))
          .mustHold(booked, "the greatest bookings were not all accepted")
          .mustHold(closed.status() == 200, "closing was answered with " + closed)
          .mustHold(alive, "a worker ended");
    }
  }

  private static ProducerRecord<byte[], byte[]> greatest(Stranger stranger, long slot, long i) {
    BookingRequest request =
        Samples.request(
            slot,
            new Actor(FIRST_USER + i, Role.USER),
            new Book(null, "t".repeat(50), NOTES, METADATA));
    return new ProducerRecord<>(
        Topics.BOOKING_REQUESTS.name(),
        Long.toString(slot).getBytes(UTF_8),
        stranger.bytes(Topics.BOOKING_REQUESTS, request));
  }

  private static long accepted(Stranger stranger, Mark results, long slot) {
    return stranger.since(results, Topics.BOOKING_RESULTS).stream()
        .filter(result -> result.getAccepted() && Long.valueOf(slot).equals(result.getTimeslotId()))
        .filter(result -> !result.getRepeated())
        .count();
  }
}
