package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The refusals of the rules as clients meet them: status, code and words. */
@ExtendWith(SharedSystem.class)
class RefusalTest {

  private static final String NOT_PRICED =
      "The room has no hourlyRate; give a price (0 makes the timeslots free)";

  private final TestSystem system;
  private final Http admin;

  RefusalTest(TestSystem system) {
    this.system = system;
    this.admin = system.admin();
  }

  private static void assertRefused(Answer answer, int status, String code, String detail) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("detail")).isEqualTo(detail);
    assertThat(answer.text("error")).isEqualTo(detail);
  }

  private static String slot(long id) {
    return "{\"timeslotId\":" + id + "}";
  }

  @Test
  void aBookingIsRefusedWithItsReason() {
    List<Long> slots = system.premises().slots(2, 1);
    Http user = system.user(4300);
    Answer booked = user.post("/bookings", slot(slots.get(0)));
    assertThat(booked.status()).isEqualTo(201);

    assertRefused(
        user.post("/bookings", slot(90_000_000_000L)),
        404,
        "TIMESLOT_NOT_FOUND",
        "Timeslot not found");
    assertRefused(
        user.post(
            "/bookings",
            "{\"timeslotId\":%d,\"roomId\":%d}"
                .formatted(slots.get(1), booked.number("roomId") + 1)),
        422,
        "ROOM_MISMATCH",
        "The timeslot belongs to another room");
    assertRefused(
        user.post("/bookings", slot(slots.get(0))),
        409,
        "ALREADY_BOOKED",
        "You already have a booking for this timeslot");
    assertRefused(
        system.user(4301).post("/bookings", slot(slots.get(0))),
        409,
        "TIMESLOT_FULL",
        "Timeslot is not available");
    admin.put("/admin/timeslots/" + slots.get(1) + "/close", "");
    assertRefused(
        user.post("/bookings", slot(slots.get(1))), 409, "TIMESLOT_CLOSED", "Timeslot is closed");
  }

  @Test
  void aCancellationIsRefusedWithItsReason() {
    Http user = system.user(4302);
    long booking = user.post("/bookings", slot(system.premises().slot(1))).number("id");
    String cancel = "/bookings/" + booking + "/cancel";

    assertRefused(system.user(4303).put(cancel, ""), 404, "BOOKING_NOT_FOUND", "Booking not found");
    assertThat(user.put(cancel, "").status()).isEqualTo(200);
    String why = "Cannot cancel booking with status: cancelled";
    assertRefused(user.put(cancel, ""), 409, "CANNOT_CANCEL", why);
    assertRefused(admin.put("/admin" + cancel, ""), 409, "CANNOT_CANCEL", why);
    assertRefused(
        admin.put("/admin/bookings/" + booking + "/no-show", ""),
        409,
        "NOT_CONFIRMED",
        "Only a confirmed or completed booking can be a no-show");
  }

  @Test
  void theCatalogueRefusesWithItsReason() {
    long room = system.premises().room("");
    String name = admin.get("/admin/rooms/" + room).text("name");

    assertRefused(
        admin.post("/admin/rooms", "{\"name\":\"%s\",\"roomType\":\"office\"}".formatted(name)),
        409,
        "ROOM_NAME_TAKEN",
        "An active room has this name already");
    assertRefused(generate(room, 1, ""), 422, "ROOM_NOT_PRICED", NOT_PRICED);
    assertRefused(
        generate(room, 0, ""),
        422,
        "INVALID_DATE_RANGE",
        "endDate must be after startDate, by at most 366 days");
    assertRefused(generate(9_000_000_000L, 1, ""), 404, "ROOM_NOT_FOUND", "Room not found");
    assertRefused(
        generate(room, 1, ",\"slotDuration\":481"),
        422,
        "NO_TIMESLOT_FITS",
        "slotDuration is longer than the working hours");
  }

  private Answer generate(long room, int days, String more) {
    return admin.post(
        "/admin/timeslots/generate",
        "{\"roomId\":%d,\"startDate\":\"%s\",\"endDate\":\"%s\"%s}"
            .formatted(room, Premises.day(), Premises.day().plusDays(days), more));
  }

  @Test
  void whatCostsNothingIsConfirmedAtOnce() {
    long room = system.premises().room("");
    long slot =
        system
            .premises()
            .hours(room, Premises.day(), Premises.day().plusDays(1), ",\"price\":0")
            .get(0)
            .get("id")
            .asLong();
    Http user = system.user(4304);

    Answer booked = user.post("/bookings", slot(slot));

    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.text("status")).isEqualTo("confirmed");
    assertThat(booked.text("paymentStatus")).isEqualTo("paid");
    assertThat(booked.body()).contains("\"price\":0.00", "\"holdExpiresAt\":null");
    await()
        .untilAsserted(
            () ->
                assertThat(system.sandbox().get("/notifications?userId=4304").body())
                    .contains("booking_confirmed"));
  }
}
