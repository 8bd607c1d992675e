package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.checker.Questions;
import booking.local.checker.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds run out by themselves, and what is paid too late is not lost. */
class HoldTest {

  @Test
  void aHoldThatNobodyPaysEndsWithinFiveSecondsOfItsTime() {
    try (TestSystem system = new TestSystem(Map.of("HOLD_TIME", "3s"))) {
      system.start();
      List<Long> slots = system.premises().slots(2, 1);
      Http user = system.user(9000);
      Http other = system.user(9001);

      Answer held = user.post("/bookings", "{\"timeslotId\":" + slots.get(0) + "}");
      long booking = held.number("id");
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> user.get("/bookings/" + booking).text("status").equals("cancelled"));

      Answer ended = user.get("/bookings/" + booking);
      assertThat(ended.text("cancelReason")).isEqualTo("hold_expired");
      Instant expired = Instant.parse(held.text("holdExpiresAt"));
      assertThat(Instant.parse(ended.text("cancelledAt")))
          .isBetween(expired, expired.plusSeconds(5));
      payLateWhileTheSeatIsFree(system, booking);
      payLateWhenTheSeatIsTaken(system, slots.get(1), other);
      allIsTrueOf(system);
    }
  }

  private static void allIsTrueOf(TestSystem system) {
    Report report = system.underCheck().check(Questions.plain());

    assertThat(report.violations()).as(report.toString()).isEmpty();
    assertThat(report.finding("I11").looked()).containsEntry("holds expired", 2L);
  }

  private static void payLateWhileTheSeatIsFree(TestSystem system, long booking) {
    system.sandbox().post("/payments", "{\"bookingId\":" + booking + "}");

    await()
        .until(
            () -> system.user(9000).get("/bookings/" + booking).text("status").equals("confirmed"));
  }

  private static void payLateWhenTheSeatIsTaken(TestSystem system, long slot, Http other) {
    Http user = system.user(9000);
    long booking = user.post("/bookings", "{\"timeslotId\":" + slot + "}").number("id");
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> user.get("/bookings/" + booking).text("status").equals("cancelled"));
    long taken = other.post("/bookings", "{\"timeslotId\":" + slot + "}").number("id");
    system.sandbox().post("/payments", "{\"bookingId\":" + taken + "}");
    await().until(() -> other.get("/bookings/" + taken).text("status").equals("confirmed"));

    system.sandbox().post("/payments", "{\"bookingId\":" + booking + "}");

    await()
        .untilAsserted(
            () ->
                assertThat(system.sandbox().get("/refunds?bookingId=" + booking).body())
                    .contains("\"reason\":\"late_payment\"", "\"status\":\"succeeded\""));
    assertThat(user.get("/bookings/" + booking).text("status")).isEqualTo("cancelled");
  }
}
