package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a cancellation gives back, as a client is told; to the millisecond it is shown in the
 * worker's tables.
 */
@ExtendWith(SharedSystem.class)
class RefundTest {

  private static final String ODD_PRICE = ",\"price\":20.01";

  private final TestSystem system;

  RefundTest(TestSystem system) {
    this.system = system;
  }

  /** Hour-long slots of the next three days; the room's clock is Greenwich's. */
  private JsonNode slots(String room) {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    return system
        .premises()
        .hours(
            system.premises().room(",\"timeZone\":\"Etc/UTC\"" + room),
            today,
            today.plusDays(3),
            ODD_PRICE);
  }

  /** The slot that starts so many hours from now, or in the half hour before or after. */
  private static long startingIn(int hours, JsonNode slots) {
    Instant wanted = Instant.now().plus(Duration.ofHours(hours));
    for (JsonNode slot : slots) {
      Instant start = Instant.parse(slot.get("startTime").asText());
      if (Duration.between(wanted, start).abs().compareTo(Duration.ofMinutes(30)) <= 0) {
        return slot.get("id").asLong();
      }
    }
    throw new AssertionError("No slot starts at " + wanted + ": " + slots);
  }

  private long paid(Http user, long slot) {
    long booking = user.post("/bookings", "{\"timeslotId\":" + slot + "}").number("id");
    system.sandbox().post("/payments", "{\"bookingId\":" + booking + "}");
    await().until(() -> user.get("/bookings/" + booking).text("status").equals("confirmed"));
    return booking;
  }

  private void assertRefund(Http user, long slot, String refund, String paymentStatus) {
    Answer cancelled = user.put("/bookings/" + paid(user, slot) + "/cancel", "");

    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    assertThat(cancelled.body()).endsWith("\"refundAmount\":" + refund + "}");
    assertThat(cancelled.text("booking/cancelReason")).isEqualTo("user");
    assertThat(cancelled.text("booking/paymentStatus")).isEqualTo(paymentStatus);
    assertThat(cancelled.json().at("/booking/refunds"))
        .hasSize(paymentStatus.equals("refunded") ? 1 : 0);
  }

  @Test
  void allHalfOrNothingComesBackByTheTimeThatIsLeft() {
    Http user = system.user(4200);
    JsonNode slots = slots("");

    assertRefund(user, startingIn(26, slots), "20.01", "refunded");
    assertRefund(user, startingIn(22, slots), "10.01", "refunded");
    assertRefund(user, startingIn(8, slots), "10.01", "refunded");
    assertRefund(user, startingIn(4, slots), "0.00", "paid");
  }

  @Test
  void aRoomMayHaveAPolicyOfItsOwnWhichABookingKeeps() {
    Http user = system.user(4201);
    JsonNode slots = slots(",\"refundPolicy\":[{\"hoursBefore\":2,\"percent\":30}]");
    long room = slots.get(0).get("roomId").asLong();
    long before = paid(user, startingIn(8, slots));

    system.admin().put("/admin/rooms/" + room, "{\"refundPolicy\":[]}");

    assertThat(user.put("/bookings/" + before + "/cancel", "").body())
        .endsWith("\"refundAmount\":6.00}");
  }

  @Test
  void aClosedSlotMayTakeItsBookingsWithItAndAllComesBack() {
    Http user = system.user(4202);
    Http waiting = system.user(4203);
    long slot =
        system
            .premises()
            .hours(
                system.premises().room(),
                Premises.day(),
                Premises.day().plusDays(1),
                ",\"maxBookings\":2")
            .get(0)
            .get("id")
            .asLong();
    long paid = paid(user, slot);
    long held = waiting.post("/bookings", "{\"timeslotId\":" + slot + "}").number("id");

    Answer closed =
        system.admin().put("/admin/timeslots/" + slot + "/close", "{\"cancelBookings\":true}");

    assertThat(closed.status()).isEqualTo(200);
    assertThat(closed.text("remaining")).isEqualTo("2");
    assertThat(closed.text("isOpen")).isEqualTo("false");
    assertEnded(user.get("/bookings/" + paid), "40.00");
    assertEnded(waiting.get("/bookings/" + held), "0.00");
  }

  private static void assertEnded(Answer booking, String refund) {
    assertThat(booking.text("status")).isEqualTo("cancelled");
    assertThat(booking.text("cancelReason")).isEqualTo("venue");
    assertThat(booking.body()).contains("\"refundAmount\":" + refund);
  }
}
