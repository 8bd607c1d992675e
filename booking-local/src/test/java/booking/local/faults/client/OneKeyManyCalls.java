package booking.local.faults.client;

import booking.local.Answer;
import booking.local.Http;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest.Wanted;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** C2: fifty calls with one key and one body, at once and at all gateways. */
final class OneKeyManyCalls {

  private static final int CALLS = 50;
  private static final long USER = 2_000_000;

  private OneKeyManyCalls() {}

  static Strike strike(Scene scene) {
    long slot = Guest.premises(scene.cluster()).slot(CALLS);
    Guest guest = Guest.user(scene.cluster(), USER);
    Wanted seat = new Wanted("POST", "/bookings", "{\"timeslotId\":" + slot + "}");
    String key = "one-key-" + slot;
    List<CompletableFuture<Answer>> calls =
        IntStream.range(0, CALLS)
            .mapToObj(i -> keyed(guest.gateways().get(i % guest.gateways().size()), key))
            .map(http -> http.sending(seat.method(), seat.path(), seat.body()))
            .toList();
    // Who was told to wait asks again, and must be told what everybody was told.
    Set<String> outcomes =
        calls.stream()
            .map(CompletableFuture::join)
            .map(answer -> Guest.isFinal(answer) ? answer : guest.insist(key, seat))
            .map(answer -> answer.status() + " " + answer.text("id"))
            .collect(Collectors.toSet());
    return Strike.plain()
        .with("%d calls, outcomes %d".formatted(CALLS, outcomes.size()))
        .mustHold(
            outcomes.size() == 1 && outcomes.iterator().next().startsWith("201"),
            "one key, several outcomes: " + outcomes);
  }

  private static Http keyed(Http http, String key) {
    return http.with("Idempotency-Key", key);
  }
}
