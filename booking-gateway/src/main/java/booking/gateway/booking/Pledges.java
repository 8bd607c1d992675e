package booking.gateway.booking;

import booking.gateway.booking.Holds.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One user's wishes for a seat that may have become holds which the read model does not show yet,
 * oldest first, and what it showed when it was last asked. Safe for all threads.
 */
final class Pledges {

  // A repeat mostly comes soon; older ones are the read model's to know.
  private static final int MOST_SHOWN = 100;

  private final Map<String, CompletableFuture<Void>> admissions = new LinkedHashMap<>();
  private final Set<String> shown = new LinkedHashSet<>();
  private int live;
  private long asked;
  private long newest;

  /**
   * A question about the user, as it is about to be asked.
   *
   * @param turn questions are asked one after the other, but may be answered in any order
   * @param before the wishes that came before the one that asks
   */
  record Question(long turn, List<String> before) {}

  /** The admission of a request that is here already; empty if it was not, and now is. */
  synchronized Optional<CompletableFuture<Void>> add(
      String requestId, CompletableFuture<Void> admission) {
    return Optional.ofNullable(admissions.putIfAbsent(requestId, admission));
  }

  synchronized void remove(String requestId) {
    admissions.remove(requestId);
  }

  /** Takes note of an answer of the read model, by which wishes become what it shows. */
  synchronized void answered(Question question, Standing standing) {
    standing.decided().forEach(admissions::remove);
    shown.addAll(standing.decided());
    shown.stream().limit(Math.max(0, shown.size() - MOST_SHOWN)).toList().forEach(shown::remove);
    if (question.turn() > newest) {
      newest = question.turn();
      live = standing.live();
    }
  }

  /** How the user stood when the read model last answered. */
  synchronized Standing last() {
    return new Standing(live, shown);
  }

  /** Those that came before this one: whatever becomes of it, it is not theirs to wait for. */
  synchronized Question question(String requestId) {
    List<String> before = new ArrayList<>();
    for (String other : admissions.keySet()) {
      if (other.equals(requestId)) {
        break;
      }
      before.add(other);
    }
    asked++;
    return new Question(asked, before);
  }
}
