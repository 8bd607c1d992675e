package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user sees, lists and cancels what is theirs, and nothing else. */
@ExtendWith(SharedSystem.class)
class OwnBookingsTest {

  private final TestSystem system;

  OwnBookingsTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void anothersBookingIsNotThere() {
    long slot = system.premises().slot(1);
    Http owner = system.user(5000);
    Http stranger = system.user(5001);
    long booking = owner.post("/bookings", "{\"timeslotId\":" + slot + "}").number("id");

    assertThat(stranger.get("/bookings/" + booking).status()).isEqualTo(404);
    assertThat(stranger.put("/bookings/" + booking + "/cancel", "").status()).isEqualTo(404);
    assertThat(stranger.get("/bookings").body()).isEqualTo("[]");
    assertThat(owner.get("/bookings/" + booking).text("status")).isEqualTo("pending");
  }

  @Test
  void anothersRequestIsNotThere() {
    long slot = system.premises().slot(1);
    Http owner = system.user(5002);
    Answer accepted =
        owner.with("Prefer", "respond-async").post("/bookings", "{\"timeslotId\":" + slot + "}");
    assertThat(accepted.status()).isEqualTo(202);
    String request = "/bookings/requests/" + accepted.text("requestId");

    assertThat(owner.get(request).status()).isEqualTo(200);
    assertThat(system.user(5003).get(request).status()).isEqualTo(404);
  }

  @Test
  void anothersKeyIsAnotherKey() {
    long slot = system.premises().slot(2);
    String key = UUID.randomUUID().toString();
    String body = "{\"timeslotId\":" + slot + "}";

    long mine = system.user(5004).with("Idempotency-Key", key).post("/bookings", body).number("id");
    long theirs =
        system.user(5005).with("Idempotency-Key", key).post("/bookings", body).number("id");

    assertThat(mine).isNotEqualTo(theirs);
  }

  @Test
  void aKeyUsedForSomethingElseIsRefused() {
    List<Long> slots = system.premises().slots(2, 1);
    Http user = system.user(5006).with("Idempotency-Key", UUID.randomUUID().toString());

    assertThat(user.post("/bookings", "{\"timeslotId\":" + slots.get(0) + "}").status())
        .isEqualTo(201);
    Answer reused = user.post("/bookings", "{\"timeslotId\":" + slots.get(1) + "}");

    assertThat(reused.status()).isEqualTo(422);
    assertThat(reused.text("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    Http user = system.user(5007);
    List<Long> made = new ArrayList<>();
    for (long slot : system.premises().slots(7, 1)) {
      made.add(0, user.post("/bookings", "{\"timeslotId\":" + slot + "}").number("id"));
    }

    List<Long> listed = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      for (JsonNode booking : user.get("/bookings?limit=2&page=" + page).json()) {
        listed.add(booking.get("id").asLong());
      }
    }

    assertThat(listed).isEqualTo(made);
    assertThat(user.get("/bookings?limit=2&page=5").body()).isEqualTo("[]");
    assertThat(user.get("/bookings?status=confirmed").body()).isEqualTo("[]");
    assertThat(Premises.ids(user.get("/bookings?status=pending").json())).isEqualTo(made);
  }
}
