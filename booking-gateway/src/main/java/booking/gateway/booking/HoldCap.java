package booking.gateway.booking;

import booking.gateway.booking.Holds.Standing;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.gateway.request.Outcome;
import booking.gateway.request.Outcome.Decided;
import booking.gateway.request.RequestStatus;
import booking.gateway.request.Requests;
import booking.gateway.request.Submission;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The way to the worker for wishes for a seat, closed to a user who holds too many and has not paid
 * for them. Counted are the holds that the read model shows and the wishes that went through here
 * and are not among those yet. A repeat of a request is let through, to get its first answer.
 *
 * <p>While the read model is out of reach, or too busy to answer, what it last showed counts, and
 * what went through here since.
 */
public final class HoldCap implements Requests {

  // A wish that is older than a hold lasts has become readable, or its hold is over.
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(20);
  private static final int MOST_USERS = 50_000;

  private final Requests requests;
  private final Holds holds;
  private final int most;
  private final Cache<Long, Pledges> users =
      Caffeine.newBuilder().maximumSize(MOST_USERS).expireAfterAccess(LONGEST_HOLD).build();

  /**
   * @param requests the way on
   * @param most holds of a user at once
   */
  public HoldCap(Requests requests, Holds holds, int most) {
    this.requests = requests;
    this.holds = holds;
    this.most = most;
  }

  @Override
  public CompletableFuture<Outcome> submit(Submission wish) {
    String requestId = wish.identity().requestId();
    Pledges pledges = users.get(wish.actor().getUserId(), first -> new Pledges());
    CompletableFuture<Void> admission = new CompletableFuture<>();
    Optional<CompletableFuture<Void>> first = pledges.add(requestId, admission);
    if (first.isPresent()) {
      // Two callers of one request are both let through, or neither.
      return first.get().thenCompose(admitted -> requests.submit(wish));
    }
    try {
      admit(wish, pledges);
    } catch (RuntimeException refused) {
      pledges.remove(requestId);
      admission.completeExceptionally(refused);
      return CompletableFuture.failedFuture(refused);
    }
    admission.complete(null);
    CompletableFuture<Outcome> outcome = requests.submit(wish);
    outcome.whenComplete(
        (reached, failure) -> {
          if (failure != null || isRefusal(reached)) {
            pledges.remove(requestId);
          }
        });
    return outcome;
  }

  private void admit(Submission wish, Pledges pledges) {
    String requestId = wish.identity().requestId();
    Pledges.Question question = pledges.question(requestId);
    Standing standing = standing(wish, pledges, question);
    long onTheirWay =
        question.before().stream().filter(other -> !standing.decided().contains(other)).count();
    boolean repeated = standing.decided().contains(requestId);
    if (!repeated && standing.live() + onTheirWay >= most) {
      throw new ProblemException(
          ProblemCode.TOO_MANY_HOLDS,
          "You hold " + most + " seats that are not paid for; pay for one, or cancel one.");
    }
  }

  private Standing standing(Submission wish, Pledges pledges, Pledges.Question question) {
    List<String> asked = new ArrayList<>(question.before());
    asked.add(wish.identity().requestId());
    try {
      Standing standing = holds.of(wish.actor().getUserId(), asked);
      pledges.answered(question, standing);
      return standing;
    } catch (ProblemException outage) {
      return pledges.last();
    }
  }

  private static boolean isRefusal(Outcome outcome) {
    return outcome instanceof Decided decided && !decided.result().getAccepted();
  }

  @Override
  public Optional<RequestStatus> status(String requestId, long userId) {
    return requests.status(requestId, userId);
  }
}
