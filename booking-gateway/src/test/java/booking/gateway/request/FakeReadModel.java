package booking.gateway.request;

import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A read model that shows what the test lets it show. */
final class FakeReadModel implements Landmarks, Decisions {

  final Set<Landmark> shown = ConcurrentHashMap.newKeySet();
  final Map<String, Decision> decided = new ConcurrentHashMap<>();
  final AtomicInteger questions = new AtomicInteger();
  volatile boolean away;
  volatile CountDownLatch answers = new CountDownLatch(0);

  @Override
  public Set<Landmark> reached(Collection<Landmark> wanted) {
    questions.incrementAndGet();
    try {
      answers.await();
    } catch (InterruptedException stopped) {
      throw outage();
    }
    if (away) {
      throw outage();
    }
    return wanted.stream().filter(shown::contains).collect(Collectors.toSet());
  }

  @Override
  public Optional<Decision> find(String requestId) {
    if (away) {
      throw outage();
    }
    return Optional.ofNullable(decided.get(requestId));
  }

  private static ProblemException outage() {
    return new ProblemException(ProblemCode.READ_MODEL_UNAVAILABLE, "away");
  }
}
