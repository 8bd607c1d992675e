package booking.gateway.timeslot;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a timeslot is shown as available (rules.md, section 1). */
class TimeslotTest {

  private static final Instant START = Instant.parse("2027-03-28T09:00:00Z");

  @ParameterizedTest(name = "open {0}, {1} held and {2} confirmed of 2: {3} left, available {4}")
  @CsvSource({
    "true,  0, 0, 2, true",
    "true,  1, 0, 1, true",
    "true,  0, 1, 1, true",
    "true,  1, 1, 0, false",
    "true,  0, 2, 0, false",
    "false, 0, 0, 2, false",
    "false, 1, 1, 0, false",
  })
  void itIsAvailableWhileOpenWithASeatLeft(
      boolean open, int held, int confirmed, int remaining, boolean available) {
    Timeslot slot =
        Timeslot.of(
            Samples.timeslot().setOpen(open).setHeld(held).setConfirmed(confirmed).build(),
            Samples.NOW);

    assertThat(slot.isOpen()).isEqualTo(open);
    assertThat(slot.remaining()).isEqualTo(remaining);
    assertThat(slot.isAvailable()).isEqualTo(available);
  }

  @Test
  void itIsAvailableUntilItStarts() {
    assertThat(Timeslot.of(Samples.timeslot().build(), START.minusMillis(1)).isAvailable())
        .isTrue();
    assertThat(Timeslot.of(Samples.timeslot().build(), START).isAvailable()).isFalse();
  }
}
