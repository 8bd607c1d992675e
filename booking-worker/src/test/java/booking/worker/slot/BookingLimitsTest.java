package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A payment service run wild cannot make a booking grow without end. */
class BookingLimitsTest {

  private static final int MOST = 100;

  private final KeptSlot kept = Story.all().get("held").told();

  private Decision decide(String words) {
    return kept.decide(CommandWords.command(words), Moment.at("T-47:50"));
  }

  @Test
  void moneyBeyondTheLastRememberedRefundGoesBackWithoutAnEvent() {
    for (int i = 1; i <= MOST; i++) {
      assertThat(decide("pay #1 with p" + (i + 1) + ": 39.99 EUR").events()).hasSize(1);
    }
    Decision beyond = decide("pay #1 with p200: 39.99 EUR");
    assertThat(beyond.events()).isEmpty();
    assertThat(beyond.answer())
        .isInstanceOfSatisfying(
            Decision.Returned.class,
            returned -> assertThat(returned.refund().paymentId()).isEqualTo("p200"));
    assertThat(kept.bookings().iterator().next().refunds()).hasSize(MOST);
  }

  @Test
  void attemptsBeyondTheLastRememberedFailureAreNotTold() {
    for (int i = 1; i <= MOST; i++) {
      assertThat(decide("payment p" + i + " of #1 fails").events()).hasSize(1);
    }
    Decision beyond = decide("payment p200 of #1 fails");
    assertThat(beyond.events()).isEmpty();
    assertThat(beyond.answer()).isInstanceOf(Decision.Accepted.class);
  }
}
