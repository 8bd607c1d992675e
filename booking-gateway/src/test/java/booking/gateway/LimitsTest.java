package booking.gateway;

import static booking.gateway.RunningApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.RunningApi.Call;
import booking.gateway.request.Outcome;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one caller may ask for, seen from outside. Each test has callers of its own. */
class LimitsTest {

  private static final int BURST = 5;
  private static final int HOLDS = 3;

  // A token a second, so that few come back while a test runs.
  @RegisterExtension
  static final RunningApi API =
      new RunningApi(
          Map.of(
              "USER_REQUESTS_PER_SECOND", "1",
              "USER_REQUEST_BURST", Integer.toString(BURST),
              "ADDRESS_REQUESTS_PER_SECOND", "1",
              "ADDRESS_REQUEST_BURST", Integer.toString(BURST),
              "USER_HOLDS", Integer.toString(HOLDS)));

  private static final String MINE = "/api/v1/bookings";

  private static Map<Integer, Long> statuses(Call call, int times) {
    return IntStream.range(0, times)
        .mapToObj(n -> API.send(call).statusCode())
        .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
  }

  @Test
  void aUserWhoCallsTooOftenHearsWhenToTryAgain() {
    Call call = Call.get(MINE).as(Tokens.user(100));

    Map<Integer, Long> statuses = statuses(call, 50);
    HttpResponse<String> refused = API.send(call);

    assertThat(statuses).containsOnlyKeys(200, 429);
    assertThat(statuses.get(200)).isGreaterThanOrEqualTo(BURST);
    assertThat(statuses.get(429)).isGreaterThan(20);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(refused).get("code").textValue()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(API.send(Call.get(MINE).as(Tokens.user(101))).statusCode()).isEqualTo(200);
    assertThat(API.metrics().counter("booking.problems.too_many_requests").getCount())
        .isGreaterThan(20);
  }

  @Test
  void anAdminMayNotCallMoreOften() {
    assertThat(statuses(Call.get("/api/v1/admin/bookings").as(Tokens.admin(102)), 50))
        .containsKeys(200, 429);
  }

  @Test
  void whoNeedsNoTokenIsCountedByAddressEvenWithOne() {
    Map<Integer, Long> statuses = statuses(Call.get("/api/v1/bookings/rooms"), 50);

    assertThat(statuses).containsOnlyKeys(200, 429);
    assertThat(statuses(Call.get("/api/v1/bookings/rooms").as(Tokens.user(103)), 10))
        .containsKey(429);
    assertThat(API.send(Call.get(MINE).as(Tokens.user(104))).statusCode()).isEqualTo(200);
  }

  private static Call book(String token) {
    return Call.of("POST", MINE, "{\"timeslotId\":4821}").as(token);
  }

  @Test
  void aUserWhoHoldsTooManySeatsIsToldSo() {
    API.worker.answers(
        submission ->
            CompletableFuture.completedFuture(
                new Outcome.Undecided(submission.identity().requestId())));
    String token = Tokens.user(105);
    List<HttpResponse<String>> answers =
        IntStream.range(0, HOLDS + 1)
            .mapToObj(n -> API.send(book(token).with("Idempotency-Key", "k" + n)))
            .toList();

    assertThat(answers.subList(0, HOLDS)).extracting(HttpResponse::statusCode).containsOnly(202);
    HttpResponse<String> refused = answers.get(HOLDS);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
    assertThat(json(refused).get("code").textValue()).isEqualTo("TOO_MANY_HOLDS");
    assertThat(json(refused).get("detail").textValue()).contains("3 seats");
    assertThat(API.send(book(token).with("Idempotency-Key", "k0")).statusCode()).isEqualTo(202);
    assertThat(API.metrics().counter("booking.problems.too_many_holds").getCount())
        .isGreaterThan(0);
  }

  @Test
  void anAdminMayHoldMore() {
    API.worker.decides(Samples::booked);
    String token = Tokens.admin(106);

    assertThat(IntStream.range(0, HOLDS + 1).mapToObj(n -> API.send(book(token)).statusCode()))
        .containsOnly(201);
  }
}
