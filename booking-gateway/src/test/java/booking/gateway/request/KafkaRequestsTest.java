package booking.gateway.request;

import static booking.gateway.request.RequestSamples.inNoHurry;
import static booking.gateway.request.RequestSamples.ofTheCatalogue;
import static booking.gateway.request.RequestSamples.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import booking.gateway.Samples;
import booking.gateway.problem.ProblemException;
import booking.gateway.request.Decisions.Decision;
import booking.gateway.request.Outcome.Decided;
import booking.gateway.request.Outcome.Undecided;
import booking.schemas.BookingRequest;
import booking.schemas.CatalogRequest;
import booking.schemas.RequestResult;
import io.dropwizard.util.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaRequestsTest {

  private static final int PLACES = 3;

  /** Kafka's own stand-in for a cluster: it acknowledges when the test says so. */
  private final MockProducer<String, SpecificRecord> kafka =
      new MockProducer<>(false, null, new StringSerializer(), (topic, record) -> new byte[0]);

  private final FakeReadModel readModel = new FakeReadModel();
  private final ReadModelWatch watch =
      new ReadModelWatch(readModel, RequestSamples.settings(PLACES));
  private final KafkaRequests requests = requests(RequestSamples.settings(PLACES));

  private KafkaRequests requests(RequestSettings settings) {
    return new KafkaRequests(settings, new RequestSender(kafka, 5), watch, readModel);
  }

  @BeforeEach
  void start() {
    watch.start();
    requests.listening();
  }

  @AfterEach
  void stop() throws InterruptedException {
    watch.stop();
  }

  private static RequestResult booked(String id) {
    return Samples.booked(id);
  }

  private void theReadModelFollows() {
    readModel.shown.add(new Landmark.Timeslot(4821, 2));
  }

  @Test
  void theRequestTravelsToItsTimeslotsWriter() {
    requests.submit(submission("r", 99));

    assertThat(kafka.history())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.topic()).isEqualTo("booking-requests");
              assertThat(sent.key()).isEqualTo("4821");
              BookingRequest request = (BookingRequest) sent.value();
              assertThat(request.getRequestId()).isEqualTo("r");
              assertThat(request.getFingerprint()).isEqualTo(99);
              assertThat(request.getReplyPartition()).isEqualTo(5);
              assertThat(request.getTimeslotId()).isEqualTo(4821);
              assertThat(request.getActor().getUserId()).isEqualTo(7);
            });
  }

  @Test
  void aRequestOfTheCatalogueTravelsToTheCataloguesWriter() {
    requests.submit(ofTheCatalogue(submission("r", 99)));

    assertThat(kafka.history())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.topic()).isEqualTo("catalog-requests");
              assertThat(sent.key()).isEqualTo("catalog");
              assertThat(((CatalogRequest) sent.value()).getReplyPartition()).isEqualTo(5);
            });
  }

  @Test
  void aDecisionIsAnsweredOnceItCanBeRead() {
    CompletableFuture<Outcome> outcome = requests.submit(submission("r", 1));
    requests.decided(booked("r"));
    await().until(() -> readModel.questions.get() > 2);
    assertThat(outcome).isNotDone();

    theReadModelFollows();

    assertThat(outcome).succeedsWithin(9, TimeUnit.SECONDS).isEqualTo(new Decided(booked("r")));
    await().until(() -> requests.waiting() == 0);
  }

  @Test
  void aRefusalIsAnsweredAtOnce() {
    CompletableFuture<Outcome> outcome = requests.submit(submission("r", 1));
    RequestResult refused = Samples.refused("r", "TIMESLOT_FULL");

    requests.decided(refused);

    assertThat(outcome).isCompletedWithValue(new Decided(refused));
  }

  @Test
  void howLongADecisionTookIsMeasuredOnceForEachRequest() {
    requests.submit(submission("r", 1));
    assertThat(requests.decisionTimes().getCount()).isZero();

    requests.decided(Samples.refused("r", "TIMESLOT_FULL"));
    requests.decided(Samples.refused("r", "TIMESLOT_FULL"));
    requests.decided(Samples.refused("of another gateway", "TIMESLOT_FULL"));

    assertThat(requests.decisionTimes().getCount()).isEqualTo(1);
    assertThat(requests.undecided().getCount()).isZero();
  }

  @Test
  void whileTheReadModelIsAwayADecisionIsAnsweredWithoutIt() {
    readModel.away = true;
    CompletableFuture<Outcome> outcome = requests.submit(submission("r", 1));

    requests.decided(booked("r"));

    assertThat(outcome).succeedsWithin(9, TimeUnit.SECONDS).isEqualTo(new Decided(booked("r")));
  }

  @Test
  void fiftyCallersOfTheSameRequestShareOneSendAndOneAnswer() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(50);
    try {
      List<CompletableFuture<CompletableFuture<Outcome>>> calls =
          IntStream.range(0, 50)
              .mapToObj(
                  n ->
                      CompletableFuture.supplyAsync(
                          () -> requests.submit(submission("r", 1)), callers))
              .toList();
      List<CompletableFuture<Outcome>> outcomes =
          calls.stream().map(CompletableFuture::join).toList();
      assertThat(kafka.history()).hasSize(1);
      assertThat(requests.waiting()).isEqualTo(1);

      theReadModelFollows();
      requests.decided(booked("r"));

      assertThat(outcomes)
          .allSatisfy(
              outcome ->
                  assertThat(outcome)
                      .succeedsWithin(9, TimeUnit.SECONDS)
                      .isEqualTo(new Decided(booked("r"))));
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void anotherRequestWithTheSameIdIsRefusedWhileTheFirstIsOnItsWayAndAfter() {
    requests.submit(submission("r", 1));
    assertRefused(requests.submit(submission("r", 2)), "IDEMPOTENCY_KEY_REUSED");

    requests.decided(Samples.refused("r", "TIMESLOT_FULL"));
    assertRefused(requests.submit(submission("r", 2)), "IDEMPOTENCY_KEY_REUSED");
    assertThat(kafka.history()).hasSize(1);
  }

  @Test
  void aRepeatAfterTheAnswerIsSentAgainForTheWorkerToAnswer() {
    requests.submit(submission("r", 1));
    requests.decided(Samples.refused("r", "TIMESLOT_FULL"));

    assertThat(requests.submit(submission("r", 1))).isNotDone();

    assertThat(kafka.history()).hasSize(2);
  }

  @Test
  void aKeyThatWasUsedForAnotherTimeslotIsRefused() {
    readModel.decided.put("r", decision(Optional.of(77L)));
    readModel.decided.put("c", decision(Optional.empty()));

    assertRefused(requests.submit(submission("r", 1)), "IDEMPOTENCY_KEY_REUSED");
    assertRefused(requests.submit(submission("c", 1)), "IDEMPOTENCY_KEY_REUSED");
    assertThat(requests.submit(submission("r", 1, 77))).isNotDone();
    assertThat(requests.submit(ofTheCatalogue(submission("c", 1)))).isNotDone();
  }

  @Test
  void aRepeatToTheCatalogueGoesOnThoughOnlyAnEventOfATimeslotIsReadableOfIt() {
    readModel.decided.put("r", decision(Optional.of(77L)));

    assertThat(requests.submit(ofTheCatalogue(submission("r", 1)))).isNotDone();

    assertThat(kafka.history()).hasSize(1);
  }

  @Test
  void whileTheReadModelIsAwayAKeyIsTakenAsNew() {
    readModel.away = true;

    assertThat(requests.submit(submission("r", 1))).isNotDone();
    assertThat(kafka.history()).hasSize(1);
  }

  private static Decision decision(Optional<Long> timeslotId) {
    return new Decision(
        7,
        new RequestStatus("r", "accepted", Optional.empty(), Optional.of(482_100_001L)),
        timeslotId);
  }

  @Test
  void onlySoManyWaitAtOnceAndAPlaceIsFreedByItsAnswer() {
    for (int n = 0; n < PLACES; n++) {
      requests.submit(submission("r" + n, 1));
    }
    assertRefused(requests.submit(submission("late", 1)), "OVERLOADED");
    assertThat(requests.submit(submission("r0", 1))).isNotDone();

    requests.decided(Samples.refused("r0", "TIMESLOT_FULL"));

    assertThat(requests.submit(submission("late", 1))).isNotDone();
  }

  @Test
  void whatKafkaDoesNotTakeIsRefusedAndForgotten() {
    CompletableFuture<Outcome> outcome = requests.submit(submission("r", 1));

    kafka.errorNext(new TimeoutException("no leader"));

    assertRefused(outcome, "KAFKA_UNAVAILABLE");
    assertThat(requests.status("r", 7)).isEmpty();
    assertThat(requests.waiting()).isZero();
  }

  @Test
  void aRepeatThatKafkaDoesNotTakeLeavesTheFirstPending() {
    KafkaRequests hasty = requests(RequestSamples.settings(PLACES, Duration.milliseconds(1)));
    hasty.listening();
    assertThat(hasty.submit(submission("r", 1))).succeedsWithin(9, TimeUnit.SECONDS);
    await().until(() -> hasty.waiting() == 0);
    kafka.sendException = new TimeoutException("no metadata");

    // Its deadline may be over before its refusal: either way it is done with when this returns.
    assertThat(hasty.submit(submission("r", 1))).isNotNull();

    assertThat(hasty.status("r", 7)).hasValue(RequestStatus.pending("r"));
  }

  @Test
  void whileKafkaTakesNothingOneRequestTriesAndTheOthersAreRefusedUnsent() {
    requests.submit(submission("r0", 1));
    kafka.errorNext(new TimeoutException("no leader"));

    CompletableFuture<Outcome> second = requests.submit(submission("r1", 1));
    assertRefused(second, "Nothing was sent");
    assertThat(requests.status("r1", 7)).isEmpty();

    AtomicInteger next = new AtomicInteger(2);
    CompletableFuture<Outcome> trying =
        await()
            .until(
                () -> requests.submit(submission("r" + next.getAndIncrement(), 1)),
                outcome -> !outcome.isDone());
    assertRefused(requests.submit(submission("after", 1)), "Nothing was sent");
    kafka.completeNext();
    assertThat(trying).isNotDone();
    assertThat(requests.submit(submission("after", 1))).isNotDone();
  }

  @Test
  void whatKafkaRefusesAtOnceIsRefused() {
    kafka.sendException = new TimeoutException("no metadata");

    assertRefused(requests.submit(submission("r", 1)), "KAFKA_UNAVAILABLE");
  }

  @Test
  void beforeTheInboxListensNothingIsSent() {
    KafkaRequests deaf = requests(RequestSamples.settings(PLACES));

    assertRefused(deaf.submit(submission("r", 1)), "KAFKA_UNAVAILABLE");
    assertThat(kafka.history()).isEmpty();
  }

  @Test
  void afterTheDeadlineTheRequestIsPendingAndItsLateResultIsTold() {
    KafkaRequests hasty = requests(RequestSamples.settings(PLACES, Duration.milliseconds(1)));
    hasty.listening();

    assertThat(hasty.submit(submission("r", 1)))
        .succeedsWithin(9, TimeUnit.SECONDS)
        .isEqualTo(new Undecided("r"));
    assertThat(hasty.status("r", 7)).hasValue(RequestStatus.pending("r"));
    assertThat(hasty.status("r", 8)).isEmpty();

    hasty.decided(booked("r"));
    assertThat(hasty.status("r", 7)).hasValue(RequestStatus.pending("r"));
    readModel.decided.put("r", decision(Optional.of(4821L)));
    assertThat(hasty.status("r", 7)).map(RequestStatus::status).hasValue("accepted");
  }

  @Test
  void aRepeatAfterTheDeadlineIsToldTheLateResultAndNotSentAgain() {
    KafkaRequests hasty = undecidedAndTaken("r");
    RequestResult refused = Samples.refused("r", "TIMESLOT_FULL");

    hasty.decided(refused);

    assertRefused(hasty.submit(submission("r", 2)), "IDEMPOTENCY_KEY_REUSED");
    await().until(() -> hasty.submit(submission("r", 1)).join(), new Decided(refused)::equals);
    assertThat(kafka.history()).hasSize(1);
    assertThat(hasty.submit(submission("r", 1))).isNotNull();
    assertThat(kafka.history()).as("told once, the worker is asked").hasSize(2);
  }

  @Test
  void aLateDecisionIsToldToARepeatOnlyOnceItCanBeRead() {
    KafkaRequests hasty = undecidedAndTaken("r");

    hasty.decided(booked("r"));

    assertThat(hasty.submit(submission("r", 1)))
        .succeedsWithin(9, TimeUnit.SECONDS)
        .isEqualTo(new Undecided("r"));
    theReadModelFollows();
    await().until(() -> hasty.submit(submission("r", 1)).join(), new Decided(booked("r"))::equals);
    assertThat(kafka.history()).hasSize(1);
  }

  @Test
  void aRepeatOfWhatKafkaHasTakenWaitsForTheResultOfTheFirst() {
    KafkaRequests hasty = undecidedAndTaken("r");

    assertThat(hasty.submit(inNoHurry(submission("r", 1))))
        .isCompletedWithValue(new Undecided("r"));
    assertThat(hasty.submit(submission("r", 1))).succeedsWithin(9, TimeUnit.SECONDS);

    assertThat(kafka.history()).hasSize(1);
    assertRefused(hasty.submit(submission("r", 2)), "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void aRepeatOfWhatWasDecidedUnheardIsSentAgain() {
    KafkaRequests hasty = undecidedAndTaken("r");
    readModel.decided.put("r", decision(Optional.of(4821L)));

    assertThat(hasty.submit(submission("r", 1))).isNotNull();

    assertThat(kafka.history()).hasSize(2);
  }

  @Test
  void aRepeatOfWhatIsNotDecidedForLongIsSentAgain() {
    KafkaRequests hasty =
        undecidedAndTaken(
            "r",
            RequestSamples.settings(
                PLACES,
                Duration.milliseconds(20),
                Duration.seconds(30),
                Duration.milliseconds(500)));

    // A repeat is no reason to wait for longer.
    await()
        .pollInterval(50, TimeUnit.MILLISECONDS)
        .until(
            () -> {
              hasty.submit(submission("r", 1)).join();
              return kafka.history().size() > 1;
            });
  }

  @Test
  void aResultThatNobodyWaitedForIsKeptForWhoeverComesToHearIt() {
    RequestResult refused = Samples.refused("r", "TIMESLOT_FULL");
    requests.submit(inNoHurry(submission("r", 1)));
    kafka.completeNext();

    requests.decided(refused);

    assertThat(requests.submit(inNoHurry(submission("r", 1))))
        .isCompletedWithValue(new Undecided("r"));
    assertThat(requests.submit(submission("r", 1))).isCompletedWithValue(new Decided(refused));
    assertThat(kafka.history()).hasSize(1);
  }

  private KafkaRequests undecidedAndTaken(String requestId) {
    return undecidedAndTaken(requestId, RequestSamples.settings(PLACES, Duration.milliseconds(20)));
  }

  /** One whose client was told that it is not decided yet, and that Kafka has. */
  private KafkaRequests undecidedAndTaken(String requestId, RequestSettings settings) {
    KafkaRequests hasty = requests(settings);
    hasty.listening();
    CompletableFuture<Outcome> outcome = hasty.submit(submission(requestId, 1));
    kafka.completeNext();
    assertThat(outcome).succeedsWithin(9, TimeUnit.SECONDS).isEqualTo(new Undecided(requestId));
    await().until(() -> hasty.waiting() == 0);
    return hasty;
  }

  @Test
  void aDecisionThatTheReadModelIsTooSlowToShowIsNotToldBeforeItIsShown() {
    KafkaRequests hasty = requests(RequestSamples.settings(PLACES, Duration.milliseconds(500)));
    hasty.listening();
    CompletableFuture<Outcome> outcome = hasty.submit(submission("r", 1));

    hasty.decided(booked("r"));

    assertThat(outcome).succeedsWithin(9, TimeUnit.SECONDS).isEqualTo(new Undecided("r"));
    assertThat(hasty.status("r", 7)).hasValue(RequestStatus.pending("r"));
  }

  @Test
  void aLateRejectionIsToldAtOnceAndALateDecisionIfNothingCanBeRead() {
    KafkaRequests hasty = requests(RequestSamples.settings(PLACES, Duration.milliseconds(1)));
    hasty.listening();
    for (String id : List.of("full", "booked")) {
      assertThat(hasty.submit(submission(id, 1))).succeedsWithin(9, TimeUnit.SECONDS);
    }

    hasty.decided(Samples.refused("full", "TIMESLOT_FULL"));
    hasty.decided(booked("booked"));
    readModel.away = true;

    assertThat(hasty.status("full", 7)).map(RequestStatus::status).hasValue("rejected");
    assertThat(hasty.status("booked", 7)).map(RequestStatus::status).hasValue("accepted");
  }

  @Test
  void afterTheDeadlineTheReadModelIsNotAskedForTheRequestAnyMore() {
    KafkaRequests hasty = requests(RequestSamples.settings(PLACES, Duration.seconds(1)));
    hasty.listening();
    CompletableFuture<Outcome> outcome = hasty.submit(submission("r", 1));
    hasty.decided(booked("r"));
    await().until(() -> readModel.questions.get() > 0);

    assertThat(outcome).succeedsWithin(9, TimeUnit.SECONDS);

    AtomicInteger asked = new AtomicInteger(-1);
    await()
        .during(100, TimeUnit.MILLISECONDS)
        .until(() -> asked.getAndSet(readModel.questions.get()) == readModel.questions.get());
  }

  @Test
  void whoeverDoesNotWaitHearsWhenKafkaHasTheRequest() {
    CompletableFuture<Outcome> outcome = requests.submit(inNoHurry(submission("r", 1)));
    assertThat(outcome).isNotDone();

    kafka.completeNext();

    assertThat(outcome).isCompletedWithValue(new Undecided("r"));
    assertThat(requests.status("r", 7)).hasValue(RequestStatus.pending("r"));
  }

  @Test
  void theReadModelTellsOfRequestsOfOtherGatewaysAndTimes() {
    readModel.decided.put("r", decision(Optional.of(4821L)));

    assertThat(requests.status("r", 7)).map(RequestStatus::status).hasValue("accepted");
    assertThat(requests.status("r", 8)).isEmpty();
    assertThat(requests.status("unknown", 7)).isEmpty();
  }

  @Test
  void whatOnlyTheReadModelCouldTellCannotBeToldWhileItIsAway() {
    readModel.away = true;

    assertThatThrownBy(() -> requests.status("r", 7)).hasMessageContaining("READ_MODEL");
    requests.submit(submission("mine", 1));
    assertThat(requests.status("mine", 7)).hasValue(RequestStatus.pending("mine"));
  }

  @Test
  void resultsOfStrangersAreLeftAlone() {
    requests.decided(booked("nobody's"));

    assertThat(requests.status("nobody's", 7)).isEmpty();
  }

  private static void assertRefused(CompletableFuture<Outcome> outcome, String code) {
    assertThat(outcome)
        .failsWithin(9, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(ProblemException.class)
        .withMessageContaining(code);
  }
}
