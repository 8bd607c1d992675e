package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many at once, as {@code Done when} of the first issue puts it. */
@ExtendWith(SharedSystem.class)
class TogetherTest {

  private final TestSystem system;

  TogetherTest(TestSystem system) {
    this.system = system;
  }

  @Test
  void whatWasAnsweredWith201CanBeReadAtOnce() {
    int times = Scale.of(200, 1000);
    Http user = system.user(1000);
    List<Long> slots = system.premises().slots(times, 1);

    List<Integer> statuses = new ArrayList<>();
    for (long slot : slots) {
      Answer made = user.post("/bookings", "{\"timeslotId\":" + slot + "}");
      assertThat(made.status()).as(made.body()).isEqualTo(201);
      statuses.add(user.get("/bookings/" + made.number("id")).status());
    }

    assertThat(statuses).hasSize(times).containsOnly(200);
  }

  @Test
  void fiftyCallsWithOneKeyAreOneBookingAndOneAnswer() {
    long slot = system.premises().slot(100);
    Http user = system.user(1001).with("Idempotency-Key", UUID.randomUUID().toString());

    List<Answer> answers = atOnce(50, any -> user, "{\"timeslotId\":" + slot + "}");

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
    assertThat(system.user(1001).get("/bookings?limit=100").json()).hasSize(1);
  }

  @Test
  void twoHundredUsersWantOneSeatAndOneGetsIt() {
    long slot = system.premises().slot(1);
    List<Http> users = users(2000, 200);

    List<Answer> answers = atOnce(200, users::get, "{\"timeslotId\":" + slot + "}");

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(199)
        .allSatisfy(
            refused -> {
              assertThat(refused.status()).isEqualTo(409);
              assertThat(refused.text("code")).isEqualTo("TIMESLOT_FULL");
            });
  }

  private List<Http> users(long first, int count) {
    return Stream.iterate(first, id -> id + 1).limit(count).map(system::user).toList();
  }

  private static List<Answer> atOnce(int count, IntFunction<Http> client, String body) {
    List<CompletableFuture<Answer>> sent =
        Stream.iterate(0, i -> i + 1)
            .limit(count)
            .map(i -> client.apply(i).sending("POST", "/bookings", body))
            .toList();
    return sent.stream().map(CompletableFuture::join).toList();
  }
}
