package booking.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  /** Every code that the worker's slot writers and its catalogue refuse with. */
  @ParameterizedTest
  @CsvSource({
    "FORBIDDEN, 403",
    "TIMESLOT_NOT_FOUND, 404",
    "BOOKING_NOT_FOUND, 404",
    "ROOM_NOT_FOUND, 404",
    "TIMESLOT_CLOSED, 409",
    "CANNOT_CANCEL, 409",
    "NOT_CONFIRMED, 409",
    "TIMESLOT_STARTED, 409",
    "TIMESLOT_NOT_STARTED, 409",
    "ALREADY_BOOKED, 409",
    "TIMESLOT_FULL, 409",
    "TIMESLOT_EXHAUSTED, 409",
    "ROOM_NAME_TAKEN, 409",
    "ROOM_INACTIVE, 409",
    "IDEMPOTENCY_KEY_REUSED, 422",
    "ROOM_MISMATCH, 422",
    "ROOM_NOT_PRICED, 422",
    "INVALID_DATE_RANGE, 422",
    "INVALID_SLOT_DURATION, 422",
    "NO_TIMESLOT_FITS, 422",
    "TOO_MANY_TIMESLOTS, 422"
  })
  void everyRefusalOfTheWorkerHasItsStatus(String code, int status) {
    assertThat(ProblemCode.named(code)).isPresent();
    assertThat(Problem.of(code, "in words").status()).isEqualTo(status);
  }

  @Test
  void aRefusalOfANewerWorkerIsAConflictAndKeepsItsCode() {
    Problem unknown = Problem.of("OF_A_NEWER_WORKER", "in words");

    assertThat(unknown.status()).isEqualTo(409);
    assertThat(unknown.code()).isEqualTo("OF_A_NEWER_WORKER");
  }
}
