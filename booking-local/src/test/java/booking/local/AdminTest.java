package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every call of an admin, once through. */
@ExtendWith(SharedSystem.class)
class AdminTest {

  private final TestSystem system;
  private final Http admin;

  AdminTest(TestSystem system) {
    this.system = system;
    this.admin = system.admin();
  }

  @Test
  void aRoomIsMadeListedChangedAndRetired() {
    long room = system.premises().room();
    assertThat(admin.get("/admin/rooms").body()).contains("\"id\":" + room + ",");
    assertThat(system.anyone().get("/bookings/rooms").body()).contains("\"id\":" + room + ",");

    Answer changed = admin.put("/admin/rooms/" + room, "{\"capacity\":9,\"hourlyRate\":12.50}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.body()).contains("\"capacity\":9", "\"hourlyRate\":12.50");
    assertThat(admin.get("/admin/rooms/" + room).number("capacity")).isEqualTo(9);

    assertThat(admin.put("/admin/rooms/" + room, "{\"isActive\":false}").status()).isEqualTo(200);
    assertThat(system.anyone().get("/bookings/rooms").body())
        .doesNotContain("\"id\":" + room + ",");
    assertThat(admin.get("/admin/rooms").body()).contains("\"id\":" + room + ",");
  }

  @Test
  void aWeekOfSlotsIsGeneratedOnce() {
    long room = system.premises().room();
    LocalDate day = Premises.day();
    String week =
        "{\"roomId\":%d,\"startDate\":\"%s\",\"endDate\":\"%s\"}"
            .formatted(room, day, day.plusDays(7));

    Answer made = admin.post("/admin/timeslots/generate", week);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.json().toString())
        .isEqualTo("{\"message\":\"Generated 112 timeslots\",\"count\":112,\"skipped\":0}");

    Answer again = admin.post("/admin/timeslots/generate", week);
    assertThat(again.number("count")).isZero();
    assertThat(again.number("skipped")).isEqualTo(112);
    assertThat(
            admin
                .get(
                    "/admin/timeslots?roomId=%d&from=%s&to=%s"
                        .formatted(room, day, day.plusDays(1)))
                .json())
        .hasSize(16);
  }

  @Test
  void aClosedSlotCannotBeBookedUntilItIsOpened() {
    long slot = system.premises().slot(1);
    Http user = system.user(4000);

    assertThat(admin.put("/admin/timeslots/" + slot + "/close", "").status()).isEqualTo(200);
    assertThat(user.post("/bookings", "{\"timeslotId\":" + slot + "}").text("code"))
        .isEqualTo("TIMESLOT_CLOSED");
    assertThat(admin.put("/admin/timeslots/" + slot + "/open", "").status()).isEqualTo(200);
    assertThat(user.post("/bookings", "{\"timeslotId\":" + slot + "}").status()).isEqualTo(201);
  }

  @Test
  void theVenueCancelsAndAllThatWasPaidComesBack() {
    long slot = system.premises().slot(1);
    Http user = system.user(4001);
    long booking = user.post("/bookings", "{\"timeslotId\":" + slot + "}").number("id");
    system.sandbox().post("/payments", "{\"bookingId\":" + booking + "}");
    await().until(() -> status(booking).equals("confirmed"));

    Answer cancelled = admin.put("/admin/bookings/" + booking + "/cancel", "");

    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    assertThat(cancelled.body()).contains("\"refundAmount\":10.00");
    assertThat(cancelled.text("booking/cancelReason")).isEqualTo("venue");
    await()
        .until(() -> user.get("/bookings/" + booking).text("refunds/0/status").equals("succeeded"));
  }

  @Test
  void aNoShowIsNotedOnlyOnceTheSlotHasStarted() {
    long slot = system.premises().slot(1);
    long booking =
        system.user(4002).post("/bookings", "{\"timeslotId\":" + slot + "}").number("id");

    assertThat(admin.put("/admin/bookings/" + booking + "/no-show", "").text("code"))
        .isEqualTo("NOT_CONFIRMED");
    system.sandbox().post("/payments", "{\"bookingId\":" + booking + "}");
    await().until(() -> status(booking).equals("confirmed"));
    assertThat(admin.put("/admin/bookings/" + booking + "/no-show", "").text("code"))
        .isEqualTo("TIMESLOT_NOT_STARTED");
  }

  @Test
  void bookingsAreFoundByRoomUserAndStatus() {
    List<Long> slots = system.premises().slots(3, 1);
    for (long slot : slots) {
      system.user(4003).post("/bookings", "{\"timeslotId\":" + slot + "}");
    }
    long room = admin.get("/admin/bookings?userId=4003").number("0/roomId");

    assertThat(admin.get("/admin/bookings?userId=4003").json()).hasSize(3);
    assertThat(admin.get("/admin/bookings?userId=4003&status=pending").json()).hasSize(3);
    assertThat(admin.get("/admin/bookings?userId=4003&status=cancelled").json()).isEmpty();
    assertThat(admin.get("/admin/bookings?roomId=" + room).json()).hasSize(3);
    assertThat(admin.get("/admin/bookings?roomId=" + room + "&limit=2&page=2").json()).hasSize(1);
  }

  @Test
  void whoIsNoAdminIsTurnedAway() {
    Http user = system.user(4004);
    for (String path :
        List.of("/admin/rooms", "/admin/bookings", "/admin/timeslots?roomId=1", "/admin/rooms/1")) {
      assertThat(user.get(path).status()).as(path).isEqualTo(403);
      assertThat(system.anyone().get(path).status()).as(path).isEqualTo(401);
    }
  }

  @Test
  void healthAndMetricsAreOnTheAdminPorts() {
    for (Http port : List.of(system.workerAdmin(), system.gatewayAdmin())) {
      assertThat(port.get("/healthcheck").status()).isEqualTo(200);
      Answer metrics = port.get("/metrics");
      assertThat(metrics.status()).isEqualTo(200);
      assertThat(metrics.body()).contains("# TYPE");
    }
    Http gateway = new Http(system.gatewayUrl());
    assertThat(gateway.get("/metrics").status()).isEqualTo(404);
    assertThat(gateway.get("/openapi.yaml").body()).contains("/api/v1/bookings");
    assertThat(gateway.get("/docs/").status()).isIn(200, 302);
  }

  private String status(long booking) {
    return admin.get("/admin/bookings/" + booking).text("status");
  }
}
