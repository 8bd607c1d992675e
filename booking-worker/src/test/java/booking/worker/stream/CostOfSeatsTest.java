package booking.worker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a decision writes; how long it takes is measured by {@link CostOfSeats}. */
class CostOfSeatsTest {

  @Test
  void aDecisionWritesAsManyRecordsInAGreatSlotAsInASmallOne() {
    Map<String, Integer> small = written(10);
    assertThat(written(2_000)).isEqualTo(small);
    // The booking's record carries the slot's numbers: the slot is not written for it.
    assertThat(small.keySet())
        .anyMatch(topic -> topic.endsWith("bookings-changelog"))
        .noneMatch(topic -> topic.endsWith("slots-changelog"));
  }

  private static Map<String, Integer> written(int seats) {
    try (Venue venue = CostOfSeats.almostFull(seats)) {
      CostOfSeats.bookAndCancel(venue);
      return venue.recordsWritten();
    }
  }
}
