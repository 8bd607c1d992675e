package booking.local.faults.client;

import booking.gateway.request.RequestIdentity;
import booking.local.Answer;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest.Wanted;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.cluster.Server;
import booking.local.faults.stranger.Mark;
import booking.local.faults.stranger.Stranger;
import booking.schemas.BookingRequest;
import booking.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** C4: a gateway dies with requests that Kafka has and whose clients have no answer. */
final class GatewayKilledBeforeItsReply {

  private static final int CALLS = 200;
  private static final long USER = 4_000_000;

  /** One call: about which slot, by whom, and what came of it before the gateway died. */
  private record Asked(long slot, Guest guest, CompletableFuture<Optional<Answer>> answer) {

    /** At the first gateway, as somebody whose only call this is. */
    static Asked of(Cluster cluster, long slot) {
      Guest guest = Guest.user(cluster, USER + slot);
      CompletableFuture<Optional<Answer>> answer =
          guest
              .gateways()
              .get(0)
              .with("Idempotency-Key", key(slot))
              .sending("POST", "/bookings", wanted(slot).body())
              .handle((told, broken) -> Optional.ofNullable(told));
      return new Asked(slot, guest, answer);
    }

    static Wanted wanted(long slot) {
      return new Wanted("POST", "/bookings", "{\"timeslotId\":" + slot + "}");
    }

    static String key(long slot) {
      return "killed-" + slot;
    }

    String requestId() {
      return RequestIdentity.of(USER + slot, List.of(key(slot)), 0).requestId();
    }

    Answer again() {
      return guest.insist(key(slot), wanted(slot));
    }

    Optional<Answer> first() {
      return answer.join().filter(Guest::isFinal);
    }
  }

  private GatewayKilledBeforeItsReply() {}

  static Strike strike(Scene scene) {
    List<Long> slots = FreeSlots.some(scene.cluster(), CALLS, 1);
    Server gateway = scene.cluster().gateways().get(0);
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      Mark before = stranger.end(Topics.BOOKING_REQUESTS.name());
      List<Asked> asked = slots.stream().map(slot -> Asked.of(scene.cluster(), slot)).toList();
      // In the middle of them: some are answered, some are under way.
      Soon.isTrue(() -> asked.stream().filter(one -> one.answer().isDone()).count() > CALLS / 4);
      gateway.kill();
      gateway.restart();
      List<Asked> unanswered = asked.stream().filter(one -> one.first().isEmpty()).toList();
      Set<String> published =
          stranger.since(before, Topics.BOOKING_REQUESTS).stream()
              .map(BookingRequest::getRequestId)
              .collect(Collectors.toSet());
      long cutOff = unanswered.stream().filter(one -> published.contains(one.requestId())).count();
      // Who had an answer is taken at their word, but for some.
      List<Asked> again = new ArrayList<>(unanswered);
      asked.stream().limit(CALLS / 10).forEach(again::add);
      List<String> wrong = wrong(again);
      return Strike.plain()
          .with(
              "%d calls, answered before %d, published but unanswered %d, retried wrongly %d"
                  .formatted(CALLS, CALLS - unanswered.size(), cutOff, wrong.size()))
          .mustHold(wrong.isEmpty(), "a retry got another outcome: " + wrong);
    }
  }

  /** They ask again: the slot was theirs alone, so the answer can only be their booking. */
  private static List<String> wrong(List<Asked> asked) {
    List<String> wrong = new ArrayList<>();
    for (Asked one : asked) {
      Answer again = one.again();
      boolean right =
          again.status() == 201
              && one.first().map(first -> first.text("id").equals(again.text("id"))).orElse(true);
      if (!right) {
        wrong.add(one.slot() + " " + again);
      }
    }
    return wrong;
  }
}
