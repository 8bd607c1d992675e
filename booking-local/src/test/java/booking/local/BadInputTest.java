package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import booking.schemas.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes no sense is a clear 4xx, and nothing of it reaches Kafka. */
@ExtendWith(SharedSystem.class)
class BadInputTest {

  private static final int MEGABYTE = 1_000_000;

  private final TestSystem system;

  BadInputTest(TestSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "POST | /bookings | {'timeslotId'                        | 400",
        "POST | /bookings | []                                   | 400",
        "POST | /bookings | {'timeslotId':'seven'}               | 400",
        "POST | /bookings | {'timeslotId':1.5}                   | 400",
        "POST | /bookings | {'timeslotId':1,'price':0}           | 400",
        "POST | /bookings | {'timeslotId':1,'timeslotId':2}      | 400",
        "POST | /bookings | {}                                   | 422",
        "POST | /bookings | {'timeslotId':-1}                    | 422",
        "POST | /bookings | {'timeslotId':999999999}             | 404",
        "GET  | /bookings?page=0              | '' | 400",
        "GET  | /bookings?limit=100000        | '' | 400",
        "GET  | /bookings?status=foo          | '' | 400",
        "GET  | /bookings/x                   | '' | 400",
        "GET  | /bookings/99999900001         | '' | 404",
        "PUT  | /bookings/99999900001/cancel  | '' | 404",
        "GET  | /bookings/requests/7b4a9f0e-3b5c-4f63-9a39-2f1f6f0f7a11 | '' | 404",
        "GET  | /bookings/rooms/1/timeslots?date=2027-02-30 | '' | 400",
        "GET  | /bookings/rooms/1/timeslots                 | '' | 400",
        "GET  | /bookings/rooms/999999/timeslots?date=2027-03-28 | '' | 404",
        "GET  | /nowhere                      | '' | 404",
        "DELETE | /bookings                   | '' | 405",
      })
  void aUserIsToldWhatIsWrong(String method, String path, String body, int status) {
    Answer answer = system.user(6000).send(method, path, body.replace("''", "").replace('\'', '"'));

    assertProblem(answer, status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0        | 422",
        "-5       | 422",
        "'x'      | 400",
        "1441     | 422",
        "30.5     | 400",
      })
  void aSlotOfNoLengthIsRefused(String slotDuration, int status) {
    long room = system.premises().room();
    Answer answer =
        system
            .admin()
            .post(
                "/admin/timeslots/generate",
                "{\"roomId\":%d,\"startDate\":\"2027-03-28\",\"endDate\":\"2027-03-29\",\"slotDuration\":%s}"
                    .formatted(room, slotDuration.replace('\'', '"')));

    assertProblem(answer, status);
  }

  @Test
  void aTokenThatIsMissingOrForgedIsTurnedAway() {
    assertProblem(system.anyone().get("/bookings"), 401);
    for (String token : new String[] {"x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0."}) {
      assertProblem(system.anyone().with("Authorization", "Bearer " + token).get("/bookings"), 401);
    }
  }

  @Test
  void whatIsFarTooLongIsRefused() {
    long slot = system.premises().slot(1);
    Http user = system.user(6001);

    Answer notes = user.post("/bookings", bookingWithNotes(slot, MEGABYTE));
    assertThat(notes.status()).isIn(413, 422);
    assertProblem(user.post("/bookings", bookingWithNotes(slot, 10 * MEGABYTE)), 413);
    assertThat(user.get("/bookings").body()).isEqualTo("[]");
  }

  @Test
  void nothingOfItReachesKafka() {
    Http user = system.user(6002);
    try (LocalKafka kafka = system.kafka()) {
      int before = kafka.raw(Topics.BOOKING_REQUESTS.name()).size();

      for (String body : new String[] {"{", "{}", "{\"timeslotId\":0}", "null", "7"}) {
        assertThat(user.post("/bookings", body).status()).isBetween(400, 422);
      }

      assertThat(kafka.raw(Topics.BOOKING_REQUESTS.name())).hasSize(before);
    }
  }

  private static String bookingWithNotes(long slot, int length) {
    return "{\"timeslotId\":%d,\"notes\":\"%s\"}".formatted(slot, "n".repeat(length));
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    for (String field : List.of("type", "title", "detail", "code")) {
      assertThat(answer.json().has(field)).as(field).isTrue();
    }
    assertThat(answer.json().get("error")).isEqualTo(answer.json().get("detail"));
    assertThat(answer.body()).doesNotContain("Exception", "\tat ", "booking.gateway");
  }
}
