package booking.local.faults.time;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.stranger.Mark;
import booking.local.faults.stranger.Stranger;
import booking.schemas.Actor;
import booking.schemas.BookingEvent;
import booking.schemas.BookingRequest;
import booking.schemas.PaymentSucceeded;
import booking.schemas.Role;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import booking.schemas.fact.BookingCancelled;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * F1: gateway, worker and payment service with clocks that are minutes or days wrong. What such a
 * process does differently is to put its time on its records; so records are written with these
 * times: requests, payments, and the ticks of a worker.
 */
final class WrongClocks {

  private static final long FIRST_USER = 51_000_000;
  private static final List<Duration> WRONG =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(-5),
          Duration.ofMinutes(59),
          Duration.ofDays(1),
          Duration.ofDays(-1));

  // What is decided now carries about the time of now; a wrong clock would be minutes off.
  private static final Duration NOW = Duration.ofSeconds(60);

  private WrongClocks() {}

  static Strike strike(Scene scene) {
    List<Long> slots = Guest.premises(scene.cluster()).slots(WRONG.size(), 1);
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      Mark events = stranger.end(Topics.BOOKING_EVENTS.name());
      List<String> wrong = new ArrayList<>();
      for (int i = 0; i < WRONG.size(); i++) {
        book(stranger, slots.get(i), WRONG.get(i), FIRST_USER + i);
      }
      // A tick from tomorrow would end every hold at once.
      WRONG.forEach(by -> tick(stranger, by));
      for (int i = 0; i < WRONG.size(); i++) {
        pay(stranger, slots.get(i), WRONG.get(i));
      }
      boolean all =
          Soon.isTrue(
              () -> slots.stream().allMatch(slot -> about(stranger, events, slot).size() >= 2));
      slots.forEach(slot -> wrong(about(stranger, events, slot)).ifPresent(wrong::add));
      return Strike.plain()
          .with("wrong clocks %d, decided at a wrong time %d".formatted(WRONG.size(), wrong.size()))
          .mustHold(all, "not all were booked and paid")
          .mustHold(wrong.isEmpty(), "decided at a wrong time: " + wrong);
    }
  }

  private static long off(Duration by) {
    return Clock.systemUTC().instant().plus(by).toEpochMilli();
  }

  private static void book(Stranger stranger, long slot, Duration by, long user) {
    BookingRequest request =
        new BookingRequest(
            UUID.randomUUID().toString(),
            1L,
            0,
            new Actor(user, Role.USER),
            slot,
            new Book(null, null, null, null));
    stranger.write(
        new ProducerRecord<>(
            Topics.BOOKING_REQUESTS.name(),
            null,
            off(by),
            Long.toString(slot).getBytes(UTF_8),
            stranger.bytes(Topics.BOOKING_REQUESTS, request)));
  }

  private static void tick(Stranger stranger, Duration by) {
    stranger
        .end("slot-ticks")
        .next()
        .keySet()
        .forEach(
            at ->
                stranger.write(
                    new ProducerRecord<>(
                        at.topic(), at.partition(), off(by), "tick".getBytes(UTF_8), new byte[0])));
  }

  private static void pay(Stranger stranger, long slot, Duration by) {
    String id = "skewed-" + slot;
    PaymentSucceeded payment =
        new PaymentSucceeded(
            id,
            slot * 100_000 + 1,
            new BigDecimal("10.00"),
            "EUR",
            Clock.systemUTC().instant().plus(by));
    stranger.write(
        new ProducerRecord<>(
            Topics.PAYMENT_SUCCEEDED.name(),
            null,
            off(by),
            id.getBytes(UTF_8),
            stranger.bytes(Topics.PAYMENT_SUCCEEDED, payment)));
  }

  private static List<BookingEvent> about(Stranger stranger, Mark events, long slot) {
    return stranger.since(events, Topics.BOOKING_EVENTS).stream()
        .filter(event -> event.getTimeslotId() == slot && event.getBookingAfter() != null)
        .toList();
  }

  private static Optional<String> wrong(List<BookingEvent> events) {
    Instant now = Clock.systemUTC().instant();
    return events.stream()
        .filter(
            event ->
                event.getFact() instanceof BookingCancelled
                    || Duration.between(event.getOccurredAt(), now).abs().compareTo(NOW) > 0)
        .map(BookingEvent::toString)
        .findFirst();
  }
}
