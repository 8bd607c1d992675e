package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void everyRefusalIsSaidInWordsOfItsOwn() {
    assertThat(Stream.of(Refusal.values()).map(Refusal::detail))
        .doesNotHaveDuplicates()
        .allSatisfy(detail -> assertThat(detail).isNotBlank());
  }

  /** Clients of the sprint document show this sentence as it is. */
  @Test
  void aFullTimeslotIsNotAvailable() {
    assertThat(Refusal.TIMESLOT_FULL.detail()).isEqualTo("Timeslot is not available");
  }
}
