package booking.local.faults.time;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.Answer;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.cluster.Server;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * F1: the one clock that counts is wrong itself: the broker's was hours ahead, then came back, and
 * the records that it stamped meanwhile are read.
 */
final class BrokersClockJumps {

  private static final long USER = 52_000_000;
  private static final List<Duration> AHEAD =
      List.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(26));

  private BrokersClockJumps() {}

  static Strike strike(Scene scene) {
    List<Long> slots = Guest.premises(scene.cluster()).slots(AHEAD.size(), 2);
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      Mark results = stranger.end(Topics.BOOKING_RESULTS.name());
      List<BookingRequest> requests = slots.stream().map(BrokersClockJumps::request).toList();
      ChosenTimes.during(
          scene.cluster().bootstrapServers(),
          List.of(Topics.BOOKING_REQUESTS.name()),
          () -> {
            for (int i = 0; i < AHEAD.size(); i++) {
              stranger.write(ahead(stranger, requests.get(i), AHEAD.get(i)));
            }
          });
      boolean told =
          Soon.isTrue(
              () ->
                  requests.stream()
                      .map(BookingRequest::getRequestId)
                      .allMatch(id -> "accepted".equals(Told.since(stranger, results).get(id))));
      // Whoever comes next finds the seat beside it, at the time that it is.
      boolean next =
          slots.stream()
              .map(slot -> Guest.user(scene.cluster(), USER + 1).book(slot))
              .map(Answer::status)
              .allMatch(status -> status == 201);
      // A seat held from a time that is not yet is no use to anybody.
      slots.forEach(slot -> Guest.user(scene.cluster(), USER).cancel(slot * 100_000 + 1));
      boolean alive = scene.cluster().workers().stream().allMatch(Server::isAlive);
      return Strike.plain()
          .with("records ahead %d, answered %s".formatted(AHEAD.size(), told ? "all" : "not all"))
          .mustHold(told, "requests from ahead were not decided")
          .mustHold(next, "the next request of a slot was refused")
          .mustHold(alive, "a worker ended");
    }
  }

  private static BookingRequest request(long slot) {
    return new BookingRequest(
        UUID.randomUUID().toString(),
        1L,
        0,
        new Actor(USER, Role.USER),
        slot,
        new Book(null, null, null, null));
  }

  private static ProducerRecord<byte[], byte[]> ahead(
      Stranger stranger, BookingRequest request, Duration by) {
    return new ProducerRecord<>(
        Topics.BOOKING_REQUESTS.name(),
        null,
        Clock.systemUTC().instant().plus(by).toEpochMilli(),
        Long.toString(request.getTimeslotId()).getBytes(UTF_8),
        stranger.bytes(Topics.BOOKING_REQUESTS, request));
  }
}
