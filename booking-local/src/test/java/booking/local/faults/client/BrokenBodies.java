package booking.local.faults.client;

import booking.local.Answer;
import booking.local.Http;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** E2: bodies that are almost right, broken at one to three places by chance. */
final class BrokenBodies {

  private static final int BODIES = 400;
  private static final long USER = 23_000_000;
  private static final String WHOLE =
      "{\"timeslotId\":%d,\"roomId\":1,\"notes\":\"by the window\",\"metadata\":{\"a\":[1]}}";
  private static final List<String> SHRAPNEL =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\\",
          "\\u0000",
          "\\ud800",
          "\u202e",
          "\r\n",
          "NaN",
          "1e999999",
          "-",
          "null",
          "true",
          "/*",
          "\ufeff",
          "[".repeat(5_000),
          "9".repeat(400));
  private static final List<String> INTERNALS =
      List.of("Exception", "com.fasterxml", "java.", "booking.gateway", "\tat ");

  private BrokenBodies() {}

  static Strike strike(Scene scene) {
    Random random = scene.random();
    long slot = Guest.premises(scene.cluster()).slot(BODIES);
    List<Http> gateways = Guest.user(scene.cluster(), USER).gateways();
    Map<Integer, Integer> census = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < BODIES; i++) {
      String body = broken(WHOLE.formatted(slot), random);
      Answer told =
          Guest.once(gateways.get(i % gateways.size()), new Wanted("POST", "/bookings", body));
      census.merge(told.status(), 1, Integer::sum);
      if (told.status() >= 500 || INTERNALS.stream().anyMatch(told.body()::contains)) {
        wrong.add(body + " → " + told);
      }
    }
    return Strike.plain()
        .with("%d bodies: %s".formatted(BODIES, census))
        .mustHold(wrong.isEmpty(), "broken bodies that broke something: " + wrong)
        .mustHold(census.getOrDefault(400, 0) > BODIES / 2, "few were refused: " + census);
  }

  private static String broken(String whole, Random random) {
    String body = whole;
    for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
      int from = random.nextInt(body.length());
      int to = Math.min(body.length(), from + random.nextInt(4));
      String piece = SHRAPNEL.get(random.nextInt(SHRAPNEL.size()));
      body = body.substring(0, from) + piece + body.substring(to);
    }
    return body;
  }
}
