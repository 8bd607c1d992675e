package booking.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Some thousands of broken bodies: each is a problem of its sender's, none is one of ours. */
class HostileJsonTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  /** A good body for each call that takes one. */
  private static final Map<String, String> GOOD =
      Map.of(
          "POST /api/v1/bookings",
          "{\"timeslotId\":4821,\"roomId\":3,\"notes\":\"a\",\"bookingType\":\"b\","
              + "\"metadata\":{\"k\":1}}",
          "POST /api/v1/admin/rooms",
          "{\"name\":\"x\",\"roomType\":\"office\",\"capacity\":4,\"hourlyRate\":80.00,"
              + "\"refundPolicy\":[{\"hoursBefore\":24,\"percent\":100}],\"metadata\":{\"k\":1}}",
          "PUT /api/v1/admin/rooms/3",
          "{\"name\":\"x\",\"isActive\":false,\"cancelBookings\":true,\"timeZone\":\"UTC\"}",
          "POST /api/v1/admin/timeslots/generate",
          "{\"roomId\":3,\"startDate\":\"2027-03-28\",\"endDate\":\"2027-03-29\","
              + "\"slotDuration\":30,\"price\":1.00,"
              + "\"workingHours\":{\"start\":\"09:00\",\"end\":\"17:00\"}}",
          "PUT /api/v1/admin/timeslots/5/close",
          "{\"cancelBookings\":true}");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String token = Tokens.admin(1);

  @BeforeAll
  static void theWorkerRefusesWhateverReachesIt() {
    API.readModel.roomRows.add(SampleRows.room(3, true));
    API.worker.decides(id -> Samples.refused(id, "TIMESLOT_FULL"));
  }

  private HttpResponse<String> send(String call, byte[] body) throws Exception {
    String[] parts = call.split(" ");
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + API.port() + parts[1]))
            .method(parts[0], BodyPublishers.ofByteArray(body))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void everyGoodBodyReachesTheWorker() throws Exception {
    for (Map.Entry<String, String> good : GOOD.entrySet()) {
      HttpResponse<String> answer = send(good.getKey(), good.getValue().getBytes("UTF-8"));
      assertThat(answer.body()).as(good.getKey()).contains("TIMESLOT_FULL");
    }
  }

  @Test
  void everyBodyIsAnsweredClearlyAndTellsNothingOfTheInside() throws Exception {
    Map<Integer, Integer> statuses = new TreeMap<>();
    List<String> leaks = new ArrayList<>();
    int least = Integer.MAX_VALUE;

    for (Map.Entry<String, String> good : GOOD.entrySet()) {
      List<byte[]> bodies = HostileJson.from(good.getValue());
      least = Math.min(least, bodies.size());
      for (byte[] body : bodies) {
        HttpResponse<String> answer = send(good.getKey(), body);
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        boolean isProblem = answer.body().startsWith("{\"type\":\"urn:booking:problem:");
        if (!isProblem
            || answer.body().matches("(?s).*(Exception|jackson|java\\.|\\bat [a-z]+\\.).*")) {
          leaks.add(good.getKey() + " " + new String(body, "UTF-8") + " → " + answer.body());
        }
      }
    }

    System.out.println("Hostile bodies, by the status of their answers: " + statuses);
    assertThat(leaks).isEmpty();
    assertThat(statuses).containsOnlyKeys(400, 409, 413, 422);
    assertThat(statuses.get(400)).isGreaterThan(1000);
    assertThat(least).isGreaterThan(100);
    assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1500);
  }
}
