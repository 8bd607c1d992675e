package booking.worker.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The first answer to each request, which every repeat of it gets again. */
final class Answers {

  private final Map<String, Answer> given = new HashMap<>();

  private record Answer(long fingerprint, String text) {}

  boolean has(Message.Asker by) {
    return given.containsKey(by.requestId());
  }

  void forget(Message.Asker by) {
    given.remove(by.requestId());
  }

  /** What a request has to be told; the decision is taken for the first of its id alone. */
  String to(Message.Asker by, boolean forAdmins, Supplier<String> decision) {
    boolean repeated = given.containsKey(by.requestId());
    Answer first =
        repeated
            ? given.get(by.requestId())
            : new Answer(by.fingerprint(), forAdmins && !by.admin() ? "FORBIDDEN" : decision.get());
    given.put(by.requestId(), first);
    boolean reused = first.fingerprint() != by.fingerprint();
    String text = reused ? "IDEMPOTENCY_KEY_REUSED" : first.text();
    return (repeated && !reused ? "again " : "answer ") + by.requestId() + " " + text;
  }
}
