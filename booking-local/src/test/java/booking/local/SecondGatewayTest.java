package booking.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two gateways of one system, and what one of them, with its usual hold cap, does to one user. */
@ExtendWith(SharedSystem.class)
class SecondGatewayTest {

  private static final int HOLDS = 20;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  private final TestSystem system;
  private SecondGateway second;

  SecondGatewayTest(TestSystem system) {
    this.system = system;
  }

  @BeforeEach
  void start() throws Exception {
    second =
        SecondGateway.beside(
            system, Map.of("USER_HOLDS", Integer.toString(HOLDS), "USER_REQUEST_BURST", "10000"));
  }

  @AfterEach
  void stop() {
    second.close();
  }

  private static String of(long slot) {
    return "{\"timeslotId\":" + slot + "}";
  }

  @Test
  void whatOneDidTheOtherShowsAndRepeats() {
    List<Long> slots = system.premises().slots(10, 1);
    Http here = system.user(7100);
    Http there = second.to(here);

    for (long slot : slots) {
      String key = UUID.randomUUID().toString();
      Answer made = there.with("Idempotency-Key", key).post("/bookings", of(slot));
      assertThat(made.status()).as(made.body()).isEqualTo(201);
      assertThat(here.get("/bookings/" + made.number("id")).status()).isEqualTo(200);
      Answer again = here.with("Idempotency-Key", key).post("/bookings", of(slot));
      assertThat(again.number("id")).isEqualTo(made.number("id"));
    }
    Answer health = second.admin().get("/healthcheck");
    assertThat(health.status()).as(health.body()).isEqualTo(200);
    assertThat(health.json().at("/kafka/healthy").asBoolean()).isTrue();
  }

  @Test
  void onceDecidedARequestIsKnownAtEveryGateway() {
    Http here = system.user(7101);
    Answer taken =
        second
            .to(here)
            .with("Prefer", "respond-async")
            .post("/bookings", of(system.premises().slot(1)));
    String request = "/bookings/requests/" + taken.text("requestId");

    await().atMost(LONG_ENOUGH).until(() -> here.get(request).status() == 200);
    assertThat(here.get(request).text("status")).isEqualTo("accepted");
  }

  @Test
  void fiveHundredWishesAtOnceAreTwentyHoldsAndRepeatsGetTheirFirstAnswer() {
    List<Long> slots = system.premises().slots(500, 1);
    Http user = second.to(system.user(7102));

    List<Answer> answers =
        all(
            IntStream.range(0, 500)
                .mapToObj(
                    n ->
                        user.with("Idempotency-Key", "k" + n)
                            .sending("POST", "/bookings", of(slots.get(n))))
                .toList());

    assertThat(statuses(answers)).isEqualTo(Map.of(201, HOLDS, 429, 500 - HOLDS));
    assertThat(user.get("/bookings?status=pending&limit=100").json()).hasSize(HOLDS);
    for (int n = 0; n < 500; n++) {
      Answer first = answers.get(n);
      if (first.status() == 201) {
        Answer repeated = user.with("Idempotency-Key", "k" + n).post("/bookings", of(slots.get(n)));
        assertThat(repeated.status()).as(repeated.body()).isEqualTo(201);
        assertThat(repeated.number("id")).isEqualTo(first.number("id"));
      } else {
        assertThat(first.text("code")).isEqualTo("TOO_MANY_HOLDS");
      }
    }
    long one = user.get("/bookings?status=pending").json().get(0).get("id").asLong();
    assertThat(user.put("/bookings/" + one + "/cancel", "").status()).isEqualTo(200);
    assertThat(user.post("/bookings", of(system.premises().slot(1))).status()).isEqualTo(201);
    assertThat(user.post("/bookings", of(system.premises().slot(1))).status()).isEqualTo(429);
  }

  @Test
  void aGatewayThatIsToldToStopAnswersWhatItHasTaken() {
    List<Long> slots = system.premises().slots(100, 1);
    List<Http> users = slots.stream().map(slot -> system.user(1_000_000 + slot)).toList();
    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, slots.size())
            .mapToObj(n -> second.to(users.get(n)).sending("POST", "/bookings", of(slots.get(n))))
            .toList();
    await().until(() -> sent.stream().anyMatch(CompletableFuture::isDone));

    second.close();

    int booked = 0;
    for (int n = 0; n < sent.size(); n++) {
      int status = sent.get(n).handle((got, failed) -> failed == null ? got.status() : 0).join();
      // Whoever came too late was refused, on an open connection by 503: nothing was taken of it.
      assertThat(status).isIn(0, 201, 503);
      assertThat(users.get(n).get("/bookings").json()).hasSize(status == 201 ? 1 : 0);
      booked += status == 201 ? 1 : 0;
    }
    assertThat(booked).isPositive();
  }

  private static List<Answer> all(List<CompletableFuture<Answer>> sent) {
    return sent.stream().map(CompletableFuture::join).toList();
  }

  private static Map<Integer, Integer> statuses(List<Answer> answers) {
    return answers.stream().collect(Collectors.toMap(Answer::status, any -> 1, Integer::sum));
  }
}
