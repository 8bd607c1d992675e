package booking.gateway.booking;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.Samples;
import booking.gateway.problem.ProblemCode;
import booking.gateway.problem.ProblemException;
import booking.gateway.request.Outcome;
import booking.gateway.request.Outcome.Decided;
import booking.gateway.request.Outcome.Undecided;
import booking.gateway.request.RequestIdentity;
import booking.gateway.request.RequestStatus;
import booking.gateway.request.Requests;
import booking.gateway.request.Submission;
import booking.schemas.Actor;
import booking.schemas.Role;
import booking.schemas.command.Book;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldCapTest {

  private static final int MOST = 20;

  private final Worker worker = new Worker();
  private final ReadModelOfHolds readModel = new ReadModelOfHolds();
  private final HoldCap cap = new HoldCap(worker, readModel, MOST);

  /** A worker that decides when the test says so. */
  private static final class Worker implements Requests {

    private final Map<String, CompletableFuture<Outcome>> asked = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<Outcome> submit(Submission wish) {
      return asked.computeIfAbsent(
          wish.identity().requestId(), id -> new CompletableFuture<Outcome>());
    }

    @Override
    public Optional<RequestStatus> status(String requestId, long userId) {
      return Optional.of(
          new RequestStatus(requestId, "pending", Optional.empty(), Optional.empty()));
    }

    private void accepts(String id) {
      asked.get(id).complete(new Decided(Samples.booked(id)));
    }

    private void refuses(String id) {
      asked.get(id).complete(new Decided(Samples.refused(id, "TIMESLOT_FULL")));
    }
  }

  /** Shows what the test lets it show. */
  private static final class ReadModelOfHolds implements Holds {

    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean away;
    private volatile CountDownLatch answers = new CountDownLatch(0);

    @Override
    public Standing of(long userId, Collection<String> requestIds) {
      try {
        answers.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      if (away) {
        throw new ProblemException(ProblemCode.READ_MODEL_UNAVAILABLE, "away");
      }
      return new Standing(
          live.size(),
          requestIds.stream()
              .filter(id -> live.contains(id) || refused.contains(id))
              .collect(Collectors.toSet()));
    }
  }

  private CompletableFuture<Outcome> wish(String id) {
    return wish(id, 7);
  }

  private CompletableFuture<Outcome> wish(String id, long userId) {
    return cap.submit(
        new Submission(
            new RequestIdentity(id, 1, true),
            new Actor(userId, Role.USER),
            OptionalLong.of(4821),
            new Book(),
            true));
  }

  private List<String> wishes(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> "w" + n).peek(this::wish).toList();
  }

  private static void assertTooMany(CompletableFuture<Outcome> outcome) {
    assertThat(outcome)
        .failsWithin(9, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining("TOO_MANY_HOLDS");
  }

  @Test
  void fiveHundredAtOnceAreNoMoreThanTheCap() {
    long refused =
        IntStream.range(0, 500)
            .parallel()
            .mapToObj(n -> wish("w" + n))
            .filter(CompletableFuture::isCompletedExceptionally)
            .count();

    assertThat(refused).isEqualTo(500 - MOST);
    assertThat(worker.asked).hasSize(MOST);
  }

  @Test
  void whatIsReadableCountsOnceAndWhatIsOnItsWayCountsToo() {
    List<String> held = wishes(0, 12);
    held.forEach(worker::accepts);
    wishes(12, MOST);
    assertTooMany(wish("late"));

    readModel.live.addAll(held);

    assertTooMany(wish("later"));
    readModel.live.remove("w0");
    assertThat(wish("last")).isNotDone();
    assertTooMany(wish("too late"));
  }

  @Test
  void anAcceptedWishCountsUntilItCanBeRead() {
    wishes(0, MOST).forEach(worker::accepts);

    assertTooMany(wish("more"));
  }

  @Test
  void aRefusedOrUnsentWishCountsNoMore() {
    wishes(0, MOST);
    worker.refuses("w3");
    assertThat(wish("instead")).isNotDone();

    worker.asked.get("w4").completeExceptionally(new IllegalStateException("Kafka is away"));
    assertThat(wish("instead of that")).isNotDone();
    assertTooMany(wish("more"));
  }

  @Test
  void anUndecidedWishCountsUntilItsRefusalCanBeRead() {
    wishes(0, MOST).forEach(id -> worker.asked.get(id).complete(new Undecided(id)));
    assertTooMany(wish("more"));

    readModel.refused.add("w5");

    assertThat(wish("instead")).isNotDone();
  }

  @Test
  void aRepeatGetsItsFirstAnswerThoughTheCapIsReached() {
    wishes(0, MOST).forEach(worker::accepts);
    assertThat(wish("w3")).isCompletedWithValue(new Decided(Samples.booked("w3")));

    wishes(0, MOST).forEach(readModel.live::add);

    assertThat(wish("w4")).isCompletedWithValue(new Decided(Samples.booked("w4")));
    HoldCap otherGateway = new HoldCap(worker, readModel, 1);
    assertThat(
            otherGateway.submit(
                new Submission(
                    new RequestIdentity("w5", 1, true),
                    new Actor(7L, Role.USER),
                    OptionalLong.of(4821),
                    new Book(),
                    true)))
        .isCompletedWithValue(new Decided(Samples.booked("w5")));
  }

  @Test
  void twoCallersOfOneRequestAreBothRefusedAtTheCap() {
    wishes(0, MOST);
    readModel.answers = new CountDownLatch(1);
    CompletableFuture<CompletableFuture<Outcome>> first =
        CompletableFuture.supplyAsync(() -> wish("double"));
    CompletableFuture<CompletableFuture<Outcome>> second =
        CompletableFuture.supplyAsync(() -> wish("double"));

    readModel.answers.countDown();

    assertTooMany(first.join());
    assertTooMany(second.join());
    assertThat(worker.asked).doesNotContainKey("double");
  }

  @Test
  void whileTheReadModelIsAwayWhatWentThroughHereCounts() {
    wishes(0, 5).forEach(readModel.live::add);
    readModel.away = true;

    wishes(5, 500);

    assertThat(worker.asked).hasSizeBetween(MOST, MOST + 5);
    assertTooMany(wish("more"));
  }

  @Test
  void aReadModelThatAnswersNowAndThenLetsNobodyPastTheCap() {
    List<String> held = wishes(0, 15);
    readModel.live.addAll(held);
    wishes(15, 16);
    readModel.away = true;

    wishes(16, 500);

    assertThat(worker.asked).hasSize(MOST);
    assertThat(wish("w3")).as("a repeat of what was shown").isNotDone();
    assertTooMany(wish("more"));
  }

  @Test
  void oneUsersHoldsAreNotAnothers() {
    wishes(0, MOST);

    assertThat(wish("mine", 8)).isNotDone();
  }

  @Test
  void theWorkersWordOnARequestIsPassedOn() {
    assertThat(cap.status("r", 7)).map(RequestStatus::requestId).hasValue("r");
  }
}
