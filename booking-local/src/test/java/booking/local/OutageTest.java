package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.postgres.LocalPostgres;
import booking.local.postgres.Postmaster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Postgres is killed while bookings are posted: deciding goes on, and the rows follow. */
class OutageTest {

  @Test
  void everyPostIsAnsweredWhilePostgresIsGoneAndTheRowsAreThereAfter() throws Exception {
    Duration outage = Duration.ofSeconds(Scale.of(5, 20));
    try (TestSystem system = TestSystem.embedded()) {
      system.start();
      List<Long> slots = system.premises().slots(Scale.of(300, 2000), 1);
      Http user = system.user(7000);
      List<Answer> answers = new ArrayList<>();
      answers.add(user.post("/bookings", "{\"timeslotId\":" + slots.get(0) + "}"));

      kill(system);
      long from = System.nanoTime();
      int next = 1;
      while (System.nanoTime() - from < outage.toNanos() && next < slots.size()) {
        answers.add(user.post("/bookings", "{\"timeslotId\":" + slots.get(next) + "}"));
        next++;
      }
      // Reading needs Postgres and says so.
      assertThat(user.get("/bookings").status()).isEqualTo(503);

      try (LocalPostgres again = startAgain(system)) {
        assertThat(again.postmaster()).isPresent();
        assertThat(answers).extracting(Answer::status).containsOnly(201).hasSizeGreaterThan(3);
        for (Answer answer : answers) {
          await()
              .atMost(Duration.ofSeconds(60))
              .until(
                  () -> user.get("/bookings/" + answer.number("id")).status(),
                  status -> status == 200);
        }
      }
    }
  }

  private static Path postgres(TestSystem system) {
    return system.settings().data().resolve("postgres");
  }

  private static void kill(TestSystem system) throws Exception {
    Postmaster.on(postgres(system).resolve("data")).orElseThrow().kill();
  }

  /** As an operator would, beside the running system. */
  private static LocalPostgres startAgain(TestSystem system) throws Exception {
    // The library's lock, held for the killed server by this very JVM.
    Files.delete(postgres(system).resolve("data").resolve("epg-lock"));
    LocalSecrets secrets =
        LocalSecrets.keptIn(system.settings().data().resolve("secrets.properties"));
    return LocalPostgres.start(
        postgres(system), system.settings().ports().postgres(), secrets.postgres());
  }
}
