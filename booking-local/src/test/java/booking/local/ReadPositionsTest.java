package booking.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far the slots have read what instructs them is stored beside what it made of them. */
@ExtendWith(SharedSystem.class)
class ReadPositionsTest {

  private static final int SLOTS = 960;

  private final TestSystem system;

  ReadPositionsTest(TestSystem system) {
    this.system = system;
  }

  /** Who restores a store reads every record of it. */
  @Test
  void onceACommitAndNotOnceAnInstruction() {
    int before = stored();

    system.premises().slots(SLOTS, 1);

    assertThat(stored() - before).isBetween(1, SLOTS / 2);
  }

  private int stored() {
    try (LocalKafka kafka = system.kafka()) {
      return kafka.raw("booking-worker-read-positions-changelog").size();
    }
  }
}
