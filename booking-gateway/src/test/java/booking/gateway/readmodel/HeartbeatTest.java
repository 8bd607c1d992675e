package booking.gateway.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private static final Duration OFTEN = Duration.ofMillis(1);

  private volatile boolean answers = true;
  private volatile CountDownLatch answered = new CountDownLatch(0);
  private Heartbeat heartbeat = beating(Duration.ofSeconds(30));

  private Heartbeat beating(Duration slow) {
    Heartbeat made = new Heartbeat(this::answers, new Heartbeat.Bounds(OFTEN, slow));
    made.start();
    return made;
  }

  private boolean answers() {
    try {
      answered.await();
    } catch (InterruptedException stopped) {
      return false;
    }
    return answers;
  }

  @AfterEach
  void stop() throws InterruptedException {
    answered.countDown();
    heartbeat.stop();
  }

  @Test
  void followsWhatItAsks() {
    assertThat(heartbeat.isAlive()).isTrue();

    answers = false;
    await().until(() -> !heartbeat.isAlive());

    answers = true;
    await().until(heartbeat::isAlive);
  }

  @Test
  void whatSomebodyMissedIsMissingUntilTheNextAnswer() {
    answered = new CountDownLatch(1);
    heartbeat.missed();
    assertThat(heartbeat.isAlive()).isFalse();

    answered.countDown();

    await().until(heartbeat::isAlive);
  }

  @Test
  void anAnswerThatDoesNotComeIsNoneUntilItComes() throws InterruptedException {
    heartbeat.stop();
    heartbeat = beating(Duration.ofMillis(50));
    answered = new CountDownLatch(1);

    await().until(() -> !heartbeat.isAlive());

    answered.countDown();
    await().until(heartbeat::isAlive);
  }
}
