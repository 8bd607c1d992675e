package booking.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.util.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadModelWatchTest {

  private static final Landmark SLOT = new Landmark.Timeslot(1, 2);

  private final FakeReadModel readModel = new FakeReadModel();
  private final ReadModelWatch watch = new ReadModelWatch(readModel, RequestSamples.settings(9));

  @BeforeEach
  void start() {
    watch.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    readModel.answers.countDown();
    watch.stop();
  }

  @Test
  void aWaiterIsReleasedWhenItsOwnLandmarkIsReached() {
    CompletableFuture<Void> slot = watch.reached(SLOT);
    CompletableFuture<Void> room = watch.reached(new Landmark.Room(3, 1));

    readModel.shown.add(SLOT);

    assertThat(slot).succeedsWithin(9, TimeUnit.SECONDS);
    assertThat(room).isNotDone();
  }

  @Test
  void nobodyIsAskedWhileNobodyWaits() {
    readModel.shown.add(SLOT);
    assertThat(watch.reached(SLOT)).succeedsWithin(9, TimeUnit.SECONDS);

    int asked = readModel.questions.get();

    await().during(java.time.Duration.ofMillis(50)).until(() -> readModel.questions.get() == asked);
  }

  @Test
  void anOutageReleasesAllAndNobodyWaitsUntilItIsOver() {
    CompletableFuture<Void> before = watch.reached(SLOT);
    readModel.away = true;
    assertThat(before).succeedsWithin(9, TimeUnit.SECONDS);
    assertThat(watch.isReachable()).isFalse();
    assertThat(watch.reached(SLOT)).isCompleted();

    readModel.away = false;

    await().until(watch::isReachable);
    assertThat(watch.reached(SLOT)).isNotDone();
  }

  @Test
  void nobodyWaitsForAReadModelThatTakesTooLong() throws InterruptedException {
    ReadModelWatch impatient =
        new ReadModelWatch(
            readModel, RequestSamples.settings(9, Duration.seconds(30), Duration.milliseconds(50)));
    impatient.start();
    readModel.answers = new CountDownLatch(1);
    impatient.reached(SLOT);

    await().until(() -> !impatient.isReachable());

    assertThat(impatient.reached(SLOT)).isCompleted();
    readModel.answers.countDown();
    await().until(impatient::isReachable);
    impatient.stop();
  }
}
