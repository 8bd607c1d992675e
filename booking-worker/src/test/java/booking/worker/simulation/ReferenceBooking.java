package booking.worker.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A booking as the reference model remembers it: what was promised, and how it stands. */
final class ReferenceBooking {

  /** Where no booking is. */
  static final ReferenceBooking NOBODY = new ReferenceBooking(0, 0, Instant.MAX, List.of());

  final long id;
  final long user;
  final Instant until;
  final List<Message.Tier> policy;
  String status = "NONE";
  String reason = "";
  String payment = "";
  final Map<String, String> refunds = new HashMap<>();

  ReferenceBooking(long id, long user, Instant until, List<Message.Tier> policy) {
    this.id = id;
    this.user = user;
    this.until = until;
    this.policy = policy;
  }

  /** In customers' words. */
  String word() {
    return status.toLowerCase(Locale.ROOT);
  }

  /** What share comes back when the customer cancels with so much time left, in percent. */
  int promised(Duration left) {
    return policy.stream()
        .filter(tier -> left.compareTo(Duration.ofHours(tier.hours())) >= 0)
        .mapToInt(Message.Tier::percent)
        .max()
        .orElse(0);
  }

  boolean is(String... statuses) {
    return List.of(statuses).contains(status);
  }
}
