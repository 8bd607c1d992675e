package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.BookingEvent;
import booking.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What strangers try with another's bookings, by every call that takes an id or a key. */
@ExtendWith(SharedSystem.class)
class StrangerTest {

  private static final long OWNER = 5100;
  private static final String SECRET = "c4n4ry'); DROP TABLE bookings; --";

  private final TestSystem system;

  StrangerTest(TestSystem system) {
    this.system = system;
  }

  /** A call and the only statuses it may be answered with. */
  private record Attempt(String method, String path, List<Integer> refusals) {}

  private static List<Attempt> attempts(long booking, String request) {
    List<Attempt> attempts = new ArrayList<>();
    for (String method : List.of("GET", "PUT", "POST", "DELETE", "PATCH")) {
      attempts.add(new Attempt(method, "/bookings/" + booking, List.of(401, 404, 405)));
      attempts.add(new Attempt(method, "/bookings/" + booking + "/cancel", List.of(401, 404, 405)));
      attempts.add(new Attempt(method, "/bookings/requests/" + request, List.of(401, 404, 405)));
      for (String call : List.of("", "/cancel", "/no-show")) {
        attempts.add(
            new Attempt(method, "/admin/bookings/" + booking + call, List.of(401, 403, 404, 405)));
      }
    }
    attempts.add(new Attempt("GET", "/admin/bookings?userId=" + OWNER, List.of(401, 403)));
    return attempts;
  }

  @Test
  void nothingOfAnothersIsReadOrChanged() {
    Http owner = system.user(OWNER);
    List<Long> slots = system.premises().slots(2, 3);
    String key = UUID.randomUUID().toString();
    String body = "{\"timeslotId\":" + slots.get(0) + ",\"notes\":\"" + SECRET + "\"}";
    long booking = owner.with("Idempotency-Key", key).post("/bookings", body).number("id");
    Answer second =
        owner
            .with("Prefer", "respond-async")
            .post("/bookings", body.replace(slots.get(0).toString(), slots.get(1).toString()));
    String before = owner.get("/bookings/" + booking).body();
    int tried = 0;

    for (Http stranger : List.of(system.user(5101), system.user(5102), system.anyone())) {
      for (Attempt attempt : attempts(booking, second.text("requestId"))) {
        for (Http client : List.of(stranger, stranger.with("Idempotency-Key", key))) {
          Answer answer = client.send(attempt.method(), attempt.path(), "");
          assertThat(answer.status()).as("%s %s", attempt, answer.body()).isIn(attempt.refusals());
          assertThat(answer.body()).doesNotContain("c4n4ry");
          tried++;
        }
      }
    }
    assertThat(system.user(5101).get("/bookings?userId=" + OWNER + "&limit=100").body())
        .isEqualTo("[]");
    assertThat(owner.get("/bookings/" + booking).body()).isEqualTo(before).contains(SECRET);
    Answer ownBooking =
        system.user(5103).with("Idempotency-Key", key).post("/bookings", body.replace(SECRET, "x"));

    assertThat(ownBooking.number("id")).isNotEqualTo(booking);
    assertThat(tried).isGreaterThan(180);
    assertNoEventOf(booking);
  }

  private void assertNoEventOf(long booking) {
    try (LocalKafka kafka = system.kafka()) {
      assertThat(kafka.all(Topics.BOOKING_EVENTS))
          .filteredOn(event -> event.toString().contains("\"bookingId\": " + booking))
          .isNotEmpty()
          .extracting(BookingEvent::getRequestedBy)
          .containsOnly(OWNER);
    }
  }
}
