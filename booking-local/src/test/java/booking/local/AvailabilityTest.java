package booking.local;

import static booking.local.Premises.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.gateway.auth.TokenSettings.Secret;
import booking.gateway.problem.ProblemException;
import booking.gateway.readmodel.ReadModel;
import booking.gateway.readmodel.ReadModelSettings;
import booking.gateway.timeslot.Timeslot;
import booking.gateway.timeslot.TimeslotTable;
import booking.gateway.timeslot.Timeslots;
import booking.local.postgres.LocalPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day's list has what can be booked, and nothing else. */
@ExtendWith(SharedSystem.class)
class AvailabilityTest {

  private static final LocalDate DAY = Premises.day();

  private final TestSystem system;
  private final Http admin;

  AvailabilityTest(TestSystem system) {
    this.system = system;
    this.admin = system.admin();
  }

  private List<Long> available(long room, String query) {
    return ids(
        system.anyone().get("/bookings/rooms/%d/timeslots?%s".formatted(room, query)).json());
  }

  private JsonNode slot(long room, long id) {
    JsonNode all =
        admin
            .get("/admin/timeslots?roomId=%d&from=%s&to=%s".formatted(room, DAY, DAY.plusDays(1)))
            .json();
    return all.get(ids(all).indexOf(id));
  }

  @Test
  void aFullSlotAndAClosedOneAreNotListedAndWhoLooksAtThemSeesWhich() {
    long room = system.premises().room();
    List<Long> all = ids(system.premises().hours(room, DAY, DAY.plusDays(1), ",\"maxBookings\":2"));
    long full = all.get(1);
    long closed = all.get(4);
    for (long user : List.of(4100L, 4101L)) {
      system.user(user).post("/bookings", "{\"timeslotId\":" + full + "}");
    }
    system.user(4100).post("/bookings", "{\"timeslotId\":" + all.get(0) + "}");
    admin.put("/admin/timeslots/" + closed + "/close", "");

    List<Long> expected = new ArrayList<>(all);
    expected.removeAll(List.of(full, closed));
    assertThat(available(room, "date=" + DAY)).isEqualTo(expected);
    assertThat(available(room, "date=%s&duration=61".formatted(DAY)))
        .doesNotContain(all.get(0), full, all.get(3), closed)
        .contains(all.get(2), all.get(5));
    assertSeen(slot(room, all.get(0)), true, 1, true);
    assertSeen(slot(room, full), false, 0, true);
    assertSeen(slot(room, closed), false, 2, false);
  }

  private static void assertSeen(JsonNode slot, boolean available, int remaining, boolean open) {
    assertThat(slot.get("isAvailable").asBoolean()).isEqualTo(available);
    assertThat(slot.get("remaining").asInt()).isEqualTo(remaining);
    assertThat(slot.get("isOpen").asBoolean()).isEqualTo(open);
  }

  @Test
  void aSlotIsNotListedFromTheMomentItStarts() throws Exception {
    long room = system.premises().room();
    JsonNode made = system.premises().hours(room, DAY, DAY.plusDays(1), "");
    Instant first = Instant.parse(made.get(0).get("startTime").asText());
    var span = new Timeslots.Span(room, first, first.plus(2, ChronoUnit.DAYS));
    ReadModel readModel = new ReadModel(asTheGatewayReads(Duration.seconds(30)));
    try {
      TimeslotTable slots = new TimeslotTable(readModel);

      assertThat(slots.available(span, first.minusMillis(1))).hasSize(made.size());
      assertThat(slots.available(span, first))
          .hasSize(made.size() - 1)
          .extracting(Timeslot::id)
          .doesNotContain(made.get(0).get("id").asLong());
    } finally {
      readModel.stop();
    }
  }

  @Test
  void aPostgresWhoseConnectionsAreAllInUseIsBusyAndNotAway() throws Exception {
    ReadModel readModel = new ReadModel(asTheGatewayReads(Duration.milliseconds(250)));
    try {
      readModel.read(
          taken -> {
            assertThat(CompletableFuture.supplyAsync(() -> one(readModel)))
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(ProblemException.class)
                .withMessageContaining("READ_MODEL_UNAVAILABLE");
            HandleCallback<Integer, RuntimeException> question =
                handle -> handle.select("SELECT 1").mapTo(Integer.class).one();
            assertThat(readModel.readForAll(question)).isEqualTo(1);
            return taken;
          });

      assertThat(one(readModel)).isEqualTo(1);
    } finally {
      readModel.stop();
    }
  }

  private static int one(ReadModel readModel) {
    return readModel.read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
  }

  private ReadModelSettings asTheGatewayReads(Duration patience) throws IOException {
    LocalSecrets secrets =
        LocalSecrets.keptIn(system.settings().data().resolve("secrets.properties"));
    return new ReadModelSettings(
        LocalPostgres.url(system.settings().ports().postgres()),
        "booking_gateway",
        new Secret(secrets.postgres().gateway()),
        1,
        patience,
        Duration.seconds(30),
        Duration.seconds(30));
  }

  @Test
  void aRoomThatIsGivenUpIsListedNowhereAndTakesNoBookings() {
    long room = system.premises().room();
    List<Long> all = ids(system.premises().hours(room, DAY, DAY.plusDays(1), ""));
    Http user = system.user(4102);
    long kept = user.post("/bookings", "{\"timeslotId\":" + all.get(0) + "}").number("id");

    admin.put("/admin/rooms/" + room, "{\"isActive\":false}");

    Answer listed =
        system.anyone().get("/bookings/rooms/%d/timeslots?date=%s".formatted(room, DAY));
    assertThat(listed.status()).isEqualTo(404);
    assertThat(listed.text("code")).isEqualTo("ROOM_NOT_FOUND");
    Answer more =
        admin.post(
            "/admin/timeslots/generate",
            "{\"roomId\":%d,\"startDate\":\"%s\",\"endDate\":\"%s\"}"
                .formatted(room, DAY, DAY.plusDays(1)));
    assertThat(more.status()).isEqualTo(409);
    assertThat(more.text("code")).isEqualTo("ROOM_INACTIVE");
    // Each slot hears of it after the room does.
    await().until(() -> !slot(room, all.get(1)).get("isOpen").asBoolean());
    assertThat(user.post("/bookings", "{\"timeslotId\":" + all.get(1) + "}").text("code"))
        .isEqualTo("TIMESLOT_CLOSED");
    assertThat(user.get("/bookings/" + kept).text("status")).isEqualTo("pending");
  }
}
