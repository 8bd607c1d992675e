package booking.gateway.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One user's wishes for a seat that may have become holds which the read model does not show yet,
 * oldest first. Safe for all threads.
 */
final class Pledges {

  private final Map<String, CompletableFuture<Void>> admissions = new LinkedHashMap<>();

  /** The admission of a request that is here already; empty if it was not, and now is. */
  synchronized Optional<CompletableFuture<Void>> add(
      String requestId, CompletableFuture<Void> admission) {
    return Optional.ofNullable(admissions.putIfAbsent(requestId, admission));
  }

  synchronized void remove(String requestId) {
    admissions.remove(requestId);
  }

  synchronized void removeAll(Collection<String> requestIds) {
    requestIds.forEach(admissions::remove);
  }

  /** Those that came before this one: whatever becomes of it, it is not theirs to wait for. */
  synchronized List<String> before(String requestId) {
    List<String> before = new ArrayList<>();
    for (String other : admissions.keySet()) {
      if (other.equals(requestId)) {
        break;
      }
      before.add(other);
    }
    return before;
  }
}
