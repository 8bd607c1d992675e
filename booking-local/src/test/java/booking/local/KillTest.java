package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import booking.local.checker.Questions;
import booking.local.checker.report.Report;
import booking.local.postgres.Postmaster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of everything in the middle of posts: nothing that was promised is lost. */
class KillTest {

  private static final long USER = 7;

  @Test
  void every201IsThereAfterAKillAndNothingIsThereTwice() throws Exception {
    int posts = Scale.of(100, 500);
    try (TestSystem clients = TestSystem.embedded()) {
      killAndLookWhatIsThere(clients, posts);
    }
  }

  private static void killAndLookWhatIsThere(TestSystem clients, int posts) throws Exception {
    LocalSettings settings = clients.settings();
    Map<Integer, Long> answered = new ConcurrentHashMap<>();
    List<Long> slots;
    try (LocalProcess local = LocalProcess.start(settings).awaitReady()) {
      slots = clients.premises().slots(posts, 1);
      postUntilKilled(clients, slots, answered, local);
    }
    assertThat(answered).hasSizeBetween(posts / 4, posts - 1);
    // Nobody told Postgres; the next start has to find it and replace it.
    assertThat(Postmaster.on(settings.data().resolve("postgres/data"))).isPresent();

    try (LocalProcess local = LocalProcess.start(settings).awaitReady()) {
      Http user = clients.user(USER);
      for (long booking : answered.values()) {
        assertThat(user.get("/bookings/" + booking).status()).isEqualTo(200);
      }
      repeatAll(user, slots, answered);
      nothingIsLostAndNothingIsThereTwice(clients);
      local.terminate();
      local.allLines();
      assertThat(local.exitCode()).isEqualTo(143);
    }
  }

  /** Eight at a time, and the kill comes while some are on their way. */
  private static void postUntilKilled(
      TestSystem clients, List<Long> slots, Map<Integer, Long> answered, LocalProcess local) {
    Http user = clients.user(USER);
    List<CompletableFuture<Void>> senders = new ArrayList<>();
    for (int sender = 0; sender < 8; sender++) {
      int first = sender;
      senders.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = first; i < slots.size(); i += 8) {
                  answered.put(i, keyed(user, i).post("/bookings", body(slots, i)).number("id"));
                }
              }));
    }
    await().until(() -> answered.size() >= slots.size() / 3);
    local.kill();
    // Each sender ends with the connection that broke under it.
    for (CompletableFuture<Void> sender : senders) {
      assertThat(sender).failsWithin(Duration.ofSeconds(40));
    }
  }

  /** The same keys again: who had an answer gets the same one, everybody else gets theirs now. */
  private static void repeatAll(Http user, List<Long> slots, Map<Integer, Long> answered) {
    List<Long> bookings = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Answer again = keyed(user, i).post("/bookings", body(slots, i));
      assertThat(again.status()).as(again.body()).isEqualTo(201);
      long booking = again.number("id");
      assertThat(answered.getOrDefault(i, booking)).isEqualTo(booking);
      bookings.add(booking);
    }
    Set<Long> listed =
        IntStream.rangeClosed(1, slots.size() / 100 + 1)
            .mapToObj(page -> user.get("/bookings?limit=100&page=" + page).json())
            .flatMap(page -> page.findValuesAsText("id").stream())
            .map(Long::valueOf)
            .collect(Collectors.toSet());
    assertThat(listed).containsAll(bookings);
    assertThat(bookings).doesNotHaveDuplicates();
  }

  private static void nothingIsLostAndNothingIsThereTwice(TestSystem clients) {
    Report report = clients.underCheck().check(Questions.plain());

    assertThat(report.violations()).as(report.toString()).isEmpty();
    assertThat(report.finding("I2").looked().get("requests")).isPositive();
  }

  private static Http keyed(Http user, int post) {
    return user.with("Idempotency-Key", "kill-" + post);
  }

  private static String body(List<Long> slots, int post) {
    return "{\"timeslotId\":" + slots.get(post) + "}";
  }
}
