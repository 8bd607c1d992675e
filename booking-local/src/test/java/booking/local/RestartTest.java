package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A system that is stopped and started on the same folder, and one that cannot start. */
class RestartTest {

  private static final TestSystem SYSTEM = TestSystem.embedded();

  @BeforeAll
  static void start() {
    SYSTEM.start();
  }

  @AfterAll
  static void stop() {
    SYSTEM.close();
  }

  @Test
  void everythingIsThereAfterARestartAndAKeyStillHasItsAnswer() {
    List<Long> slots = SYSTEM.premises().slots(2, 1);
    Http user = SYSTEM.user(8000);
    Http keyed = user.with("Idempotency-Key", UUID.randomUUID().toString());
    Answer held = keyed.post("/bookings", "{\"timeslotId\":" + slots.get(0) + "}");
    long paid = user.post("/bookings", "{\"timeslotId\":" + slots.get(1) + "}").number("id");
    SYSTEM.sandbox().post("/payments", "{\"bookingId\":" + paid + "}");
    await().until(() -> user.get("/bookings/" + paid).text("status").equals("confirmed"));
    Answer before = user.get("/bookings");

    SYSTEM.restart();

    assertThat(user.get("/bookings").json()).isEqualTo(before.json());
    Answer again = keyed.post("/bookings", "{\"timeslotId\":" + slots.get(0) + "}");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.number("id")).isEqualTo(held.number("id"));
    assertThat(user.get("/bookings").json()).hasSize(2);
    await()
        .untilAsserted(
            () ->
                assertThat(SYSTEM.sandbox().get("/notifications?userId=8000").body())
                    .contains("booking_held", "booking_confirmed"));
    assertThat(user.put("/bookings/" + paid + "/cancel", "").status()).isEqualTo(200);
  }

  @Test
  void aSecondStartOnTheSameFolderIsRefused() {
    LocalSettings second =
        new LocalSettings(SYSTEM.settings().data(), TestSystem.freePorts(), Map.of());

    assertRefused(second, "in use");
  }

  @Test
  void aTakenPortIsNamedWithItsSetting() {
    LocalSettings second =
        new LocalSettings(TestSystem.newFolder(), SYSTEM.settings().ports(), Map.of());

    assertRefused(second, "is taken");
  }

  private static void assertRefused(LocalSettings settings, String part) {
    assertThatThrownBy(new LocalSystem(settings, new TestSystem.QuietOnlooker())::start)
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining(part);
  }
}
