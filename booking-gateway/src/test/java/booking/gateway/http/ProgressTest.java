package booking.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import booking.gateway.http.Progress.Counts;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long HEAD = 10;
  private static final long TAKEN = 30;
  private static final long STILL = 100;

  private Progress progress = Progress.of(new Counts(0, 0, 0, 0), 0);

  private boolean isTooSlowAt(long nanos, Counts counts) {
    progress = progress.next(counts, nanos);
    return progress.isTooSlow(HEAD, TAKEN, nanos);
  }

  @Test
  void aHeadThatTricklesForTooLongIsTooSlow() {
    assertThat(isTooSlowAt(100, new Counts(0, 0, 1, 0))).isFalse();
    assertThat(isTooSlowAt(110, new Counts(0, 0, 2, 0))).isFalse();
    assertThat(isTooSlowAt(111, new Counts(0, 0, 3, 0))).isTrue();
  }

  @Test
  void aConnectionThatDoesNothingIsIdleNotSlow() {
    isTooSlowAt(100, new Counts(0, 0, 1, 0));

    assertThat(isTooSlowAt(900, new Counts(0, 0, 1, 0))).isFalse();
  }

  @Test
  void eachHeadHasItsOwnTime() {
    isTooSlowAt(100, new Counts(0, 0, 50, 0));
    isTooSlowAt(105, new Counts(1, 0, 90, 0));
    isTooSlowAt(106, new Counts(1, 1, 90, 500));

    assertThat(isTooSlowAt(200, new Counts(1, 1, 91, 500))).isFalse();
    assertThat(isTooSlowAt(209, new Counts(1, 1, 92, 500))).isFalse();
    assertThat(isTooSlowAt(211, new Counts(1, 1, 93, 500))).isTrue();
  }

  @Test
  void whatArrivesBeforeTheAnswerIsABodyAndBoundedElsewhere() {
    isTooSlowAt(100, new Counts(1, 0, 50, 0));
    isTooSlowAt(101, new Counts(1, 0, 51, 0));

    assertThat(isTooSlowAt(900, new Counts(1, 0, 52, 0))).isFalse();
  }

  @Test
  void anAnswerThatIsTakenByteByByteIsTooSlow() {
    isTooSlowAt(100, new Counts(1, 1, 50, 8000));

    assertThat(isTooSlowAt(130, new Counts(1, 1, 50, 8001))).isFalse();
    assertThat(isTooSlowAt(131, new Counts(1, 1, 50, 8002))).isTrue();
  }

  @Test
  void anAnswerThatHasBeenTakenIsNot() {
    isTooSlowAt(100, new Counts(1, 1, 50, 8000));
    isTooSlowAt(101, new Counts(1, 1, 50, 9000));

    assertThat(isTooSlowAt(900, new Counts(1, 1, 50, 9000))).isFalse();
  }

  private boolean isStillAt(long nanos, Counts counts) {
    progress = progress.next(counts, nanos);
    return progress.isStill(STILL, nanos);
  }

  @Test
  void aConnectionIsStillWhenNothingHasMovedForAWhile() {
    assertThat(isStillAt(100, new Counts(1, 1, 50, 8000))).isFalse();
    assertThat(isStillAt(150, new Counts(1, 1, 50, 8001))).isFalse();
    assertThat(isStillAt(200, new Counts(1, 1, 51, 8001))).isFalse();

    assertThat(isStillAt(250, new Counts(1, 1, 51, 8001))).isFalse();
    assertThat(isStillAt(300, new Counts(1, 1, 51, 8001))).isTrue();
  }

  @Test
  void whoeverHasJustComeOrJustBeenAnsweredIsNotStill() {
    assertThat(progress.isStill(STILL, 0)).isFalse();
    assertThat(isStillAt(100, new Counts(0, 0, 0, 0))).isTrue();

    assertThat(isStillAt(150, new Counts(1, 1, 50, 500))).isFalse();
  }

  @Test
  void whoeverIsOwedAnAnswerIsNotStill() {
    isStillAt(100, new Counts(2, 1, 50, 8000));

    assertThat(isStillAt(900, new Counts(2, 1, 50, 8000))).isFalse();
  }
}
