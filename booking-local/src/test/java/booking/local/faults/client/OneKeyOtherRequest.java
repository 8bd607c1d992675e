package booking.local.faults.client;

import booking.local.Answer;
import booking.local.Http;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** C3: a key that was used comes again with something else, or from somebody else. */
final class OneKeyOtherRequest {

  private static final long USER = 3_000_000;

  private OneKeyOtherRequest() {}

  static Strike strike(Scene scene) {
    List<Long> slots = Guest.premises(scene.cluster()).slots(2, 100);
    String key = "other-" + slots.get(0);
    Guest first = Guest.user(scene.cluster(), USER);
    Answer made = first.insist(key, book(slots.get(0), "window"));
    List<Integer> reused = new ArrayList<>();
    // At the gateway that knows the key, and at the other one, which only the worker can tell.
    for (Guest at : List.of(first, turned(first))) {
      reused.add(at.insist(key, book(slots.get(0), "door")).status());
      reused.add(at.insist(key, book(slots.get(1), "window")).status());
      reused.add(at.insist(key, new Wanted("PUT", cancel(made), "")).status());
    }
    Answer others = Guest.user(scene.cluster(), USER + 1).insist(key, book(slots.get(0), "window"));
    long wrong = reused.stream().filter(status -> status != 422).count();
    return Strike.plain()
        .with("reuses %d, wrong accepts %d".formatted(reused.size(), wrong))
        .mustHold(made.status() == 201, "the first use was answered with " + made.status())
        .mustHold(wrong == 0, "reuses were answered with " + reused)
        .mustHold(
            others.status() == 201 && others.number("id") != made.number("id"),
            "the same key of another user was answered with " + others);
  }

  private static Guest turned(Guest guest) {
    List<Http> gateways = new ArrayList<>(guest.gateways());
    Collections.rotate(gateways, 1);
    return new Guest(List.copyOf(gateways));
  }

  private static Wanted book(long slot, String notes) {
    return new Wanted(
        "POST", "/bookings", "{\"timeslotId\":%d,\"notes\":\"%s\"}".formatted(slot, notes));
  }

  private static String cancel(Answer made) {
    return "/bookings/" + made.number("id") + "/cancel";
  }
}
