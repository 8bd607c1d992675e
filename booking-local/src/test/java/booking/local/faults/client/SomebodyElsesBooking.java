package booking.local.faults.client;

import booking.gateway.request.RequestIdentity;
import booking.local.Answer;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** E5: somebody reads, cancels and asks for what is another's, by ids that anybody can guess. */
final class SomebodyElsesBooking {

  private static final int BOOKINGS = 10;
  private static final long OWNER = 25_000_000;
  private static final String CANARY = "canary-" + UUID.randomUUID();

  private SomebodyElsesBooking() {}

  static Strike strike(Scene scene) {
    Guest owner = Guest.user(scene.cluster(), OWNER);
    Guest thief = Guest.user(scene.cluster(), OWNER + 1);
    List<Long> slots = Guest.premises(scene.cluster()).slots(BOOKINGS, 5);
    List<String> leaks = new ArrayList<>();
    int calls = 0;
    for (long slot : slots) {
      String key = "own-" + slot;
      Wanted book =
          new Wanted(
              "POST", "/bookings", "{\"timeslotId\":%d,\"notes\":\"%s\"}".formatted(slot, CANARY));
      Answer made = owner.insist(key, book);
      for (Wanted wanted : about(made, slot)) {
        calls++;
        // With the owner's own key, in case that opens anything.
        Answer told = thief.insist(key, wanted);
        boolean mayBe = told.status() == 403 || told.status() == 404 || isOwnList(wanted, told);
        if (!mayBe || told.body().contains(CANARY)) {
          leaks.add(wanted + " " + told);
        }
      }
      Answer after = owner.insist("GET", "/bookings/" + made.number("id"), "");
      if (!after.body().contains(CANARY) || after.body().contains("\"user\"")) {
        leaks.add("the owner finds " + after);
      }
    }
    return Strike.plain()
        .with("calls %d, leaks or changes %d".formatted(calls, leaks.size()))
        .mustHold(leaks.isEmpty(), "leaked or changed: " + leaks);
  }

  private static List<Wanted> about(Answer made, long slot) {
    long booking = made.number("id");
    return List.of(
        new Wanted("GET", "/bookings/" + booking, ""),
        new Wanted("PUT", "/bookings/" + booking + "/cancel", ""),
        new Wanted("GET", "/bookings", ""),
        new Wanted("GET", "/admin/bookings/" + booking, ""),
        new Wanted("GET", "/admin/bookings?userId=" + OWNER, ""),
        new Wanted("PUT", "/admin/bookings/" + booking + "/cancel", ""),
        new Wanted("PUT", "/admin/bookings/" + booking + "/no-show", ""),
        new Wanted("PUT", "/admin/timeslots/" + slot + "/close", "{\"cancelBookings\":true}"),
        new Wanted("GET", "/bookings/requests/" + requestId(slot), ""));
  }

  private static String requestId(long slot) {
    return RequestIdentity.of(OWNER, List.of("own-" + slot), 0).requestId();
  }

  private static boolean isOwnList(Wanted wanted, Answer told) {
    return wanted.path().equals("/bookings") && told.status() == 200;
  }
}
