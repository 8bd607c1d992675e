package booking.local.faults.stranger;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.Answer;
import booking.local.Premises;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.stranger.DeadLetters.Place;
import booking.schemas.Actor;
import booking.schemas.BookingRequest;
import booking.schemas.Role;
import booking.schemas.Topics;
import booking.schemas.command.Book;
import booking.schemas.command.Cancel;
import booking.schemas.command.CancelByVenue;
import booking.schemas.command.CloseTimeslot;
import booking.schemas.command.MarkNoShow;
import booking.schemas.command.OpenTimeslot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** E6: requests that no gateway would send, straight onto Kafka. */
final class ForgedCommands {

  private static final long OWNER = 26_000_000;
  private static final Actor THIEF = new Actor(OWNER + 1, Role.USER);

  /** A forged request, and what its forger must be told. */
  private record Forged(BookingRequest request, String told) {

    static Forged of(long slot, SpecificRecord command, String told) {
      return new Forged(Samples.request(slot, THIEF, command), told);
    }
  }

  private ForgedCommands() {}

  static Strike strike(Scene scene) {
    Premises premises = Guest.premises(scene.cluster());
    List<Long> slots = premises.slots(2, 5);
    Guest owner = Guest.user(scene.cluster(), OWNER);
    long booking = owner.book(slots.get(0)).number("id");
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      DeadLetters letters = new DeadLetters(stranger);
      Mark results = stranger.end(Topics.BOOKING_RESULTS.name());
      List<Forged> forged = forged(slots.get(0), slots.get(1), booking);
      forged.forEach(one -> send(stranger, one.request()));
      List<Place> useless =
          useless(slots.get(0)).stream()
              .map(request -> Place.of(stranger.write(record(stranger, request))))
              .toList();
      Set<Place> notAside = letters.wronglyLettered(useless);
      List<String> wrong = wrong(stranger, results, forged);
      Answer untouched = owner.insist("GET", "/bookings/" + booking, "");
      return Strike.plain()
          .with("forged %d, told wrongly %d".formatted(forged.size(), wrong.size()))
          .with(
              "useless %d, put aside %d"
                  .formatted(useless.size(), useless.size() - notAside.size()))
          .mustHold(wrong.isEmpty(), "told wrongly: " + wrong)
          .mustHold(notAside.isEmpty(), "not put aside: " + notAside)
          .mustHold(
              // Its hold may have ended meanwhile, and nothing else may have happened to it.
              (untouched.text("status") + " " + untouched.json().path("cancelReason").asText(""))
                  .matches("pending |cancelled hold_expired"),
              "somebody else changed the booking: " + untouched);
    }
  }

  private static List<Forged> forged(long slot, long other, long booking) {
    List<Forged> all = new ArrayList<>();
    Stream.of(booking, booking + 1, -1L, 0L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53)
        .forEach(id -> all.add(Forged.of(slot, new Cancel(id), "BOOKING_NOT_FOUND")));
    all.add(Forged.of(other, new Cancel(booking), "BOOKING_NOT_FOUND"));
    all.add(Forged.of(slot, new CancelByVenue(booking), "FORBIDDEN"));
    all.add(Forged.of(slot, new MarkNoShow(booking), "FORBIDDEN"));
    all.add(Forged.of(slot, new CloseTimeslot(true), "FORBIDDEN"));
    all.add(Forged.of(slot, new OpenTimeslot(), "FORBIDDEN"));
    Stream.of(-1L, 0L, Long.MAX_VALUE, Long.MIN_VALUE)
        .forEach(
            room -> all.add(Forged.of(slot, new Book(room, null, null, null), "ROOM_MISMATCH")));
    Stream.of(Long.MAX_VALUE, Long.MAX_VALUE / 100_000, 90_000_000_001L)
        .forEach(
            id -> all.add(Forged.of(id, new Book(null, null, null, null), "TIMESLOT_NOT_FOUND")));
    // Strange, but nobody's loss: the tables have to cope with it.
    all.add(Forged.of(slot, new Book(null, "\u0000", "a\u0000b\ud800", "no json {"), "accepted"));
    return all;
  }

  private static List<BookingRequest> useless(long slot) {
    Book book = new Book(null, null, null, null);
    return List.of(
        Samples.request(slot, new Actor(0L, Role.USER), book),
        Samples.request(slot, new Actor(-7L, Role.ADMIN), book),
        Samples.request(slot, new Actor(OWNER, Role.UNKNOWN), book),
        Samples.request(-slot, THIEF, book),
        Samples.request(0, THIEF, book),
        Samples.request(slot, THIEF, new Book(null, "t".repeat(51), null, null)),
        Samples.request(slot, THIEF, new Book(null, null, "n".repeat(2001), null)),
        Samples.request(slot, THIEF, new Book(null, null, null, "m".repeat(4097))),
        new BookingRequest("", 1L, 0, THIEF, slot, book),
        new BookingRequest("i".repeat(256), 1L, 0, THIEF, slot, book));
  }

  private static ProducerRecord<byte[], byte[]> record(Stranger stranger, BookingRequest request) {
    return new ProducerRecord<>(
        Topics.BOOKING_REQUESTS.name(),
        Long.toString(request.getTimeslotId()).getBytes(UTF_8),
        stranger.bytes(Topics.BOOKING_REQUESTS, request));
  }

  private static void send(Stranger stranger, BookingRequest request) {
    stranger.write(record(stranger, request));
  }

  private static List<String> wrong(Stranger stranger, Mark results, List<Forged> forged) {
    Soon.isTrue(
        () -> {
          Set<String> told = Told.since(stranger, results).keySet();
          return forged.stream().allMatch(one -> told.contains(one.request().getRequestId()));
        });
    Map<String, String> told = Told.since(stranger, results);
    return forged.stream()
        .filter(one -> !one.told().equals(told.get(one.request().getRequestId())))
        .map(one -> one.request().getCommand() + " " + told.get(one.request().getRequestId()))
        .toList();
  }
}
