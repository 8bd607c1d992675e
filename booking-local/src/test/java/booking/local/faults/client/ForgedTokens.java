package booking.local.faults.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.Answer;
import booking.local.Http;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest.Wanted;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** E4: tokens that nobody issued, at every door of the API. */
final class ForgedTokens {

  private static final long USER = 22_000_000;
  private static final int CHANGED = 20;

  private ForgedTokens() {}

  static Strike strike(Scene scene) {
    List<String> tokens = forged(scene);
    List<String> accepted = new ArrayList<>();
    Set<String> bodies = new HashSet<>();
    Http gateway = scene.cluster().clients().get(0);
    for (String token : tokens) {
      for (Wanted door : doors()) {
        Answer told =
            Guest.once(
                gateway.with("Authorization", token).with("Idempotency-Key", "forged"), door);
        bodies.add(told.text("code") + " " + told.text("detail"));
        if (told.status() != 401) {
          accepted.add(token + " " + door + " → " + told.status());
        }
      }
    }
    return Strike.plain()
        .with("%d calls, accepted %d".formatted(tokens.size() * doors().size(), accepted.size()))
        .mustHold(accepted.isEmpty(), "forged tokens were not refused: " + accepted)
        .mustHold(bodies.size() == 1, "the refusal tells what was wrong: " + bodies);
  }

  private static List<Wanted> doors() {
    return List.of(
        new Wanted("GET", "/bookings", ""),
        new Wanted("POST", "/bookings", "{\"timeslotId\":1}"),
        new Wanted("GET", "/bookings/100001", ""),
        new Wanted("PUT", "/bookings/100001/cancel", ""),
        new Wanted("GET", "/admin/bookings", ""),
        new Wanted("PUT", "/admin/bookings/100001/no-show", ""),
        new Wanted("POST", "/admin/rooms", "{}"),
        new Wanted("PUT", "/admin/rooms/1", "{}"),
        new Wanted("POST", "/admin/timeslots/generate", "{}"),
        new Wanted("PUT", "/admin/timeslots/1/close", ""));
  }

  private static List<String> forged(Scene scene) {
    String good = scene.cluster().bearer(USER, true);
    String[] parts = good.substring("Bearer ".length()).split("\\.");
    Stream<String> shapes =
        Stream.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer x",
            "Basic " + parts[2],
            good.substring("Bearer ".length()),
            "Bearer " + parts[0] + "." + parts[1],
            "Bearer " + parts[0] + "." + parts[1] + ".",
            "Bearer " + parts[0] + "." + parts[1] + "." + parts[2].substring(1),
            "Bearer " + encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".",
            "Bearer " + encoded("{\"alg\":\"HS512\"}") + "." + parts[1] + "." + parts[2],
            "Bearer " + "A".repeat(6000));
    Stream<String> changed =
        Stream.generate(() -> changed(good, scene.random().nextInt(good.length() - 10) + 7))
            .limit(CHANGED);
    return Stream.concat(shapes, changed).toList();
  }

  /** With one character turned into another; the last few could mean the same to Base64. */
  private static String changed(String token, int at) {
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
