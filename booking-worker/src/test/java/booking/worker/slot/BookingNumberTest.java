package booking.worker.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BookingNumberTest {

  private static final long TIMESLOT_MAX = 90_000_000_000L;

  @Property
  void aBookingIdSaysItsSlotAndItsNumber(
      @ForAll @LongRange(min = 1, max = TIMESLOT_MAX) long timeslotId,
      @ForAll @IntRange(min = 1, max = 99_999) int number) {
    long bookingId = BookingNumber.bookingId(timeslotId, number);
    assertThat(BookingNumber.timeslotId(bookingId)).isEqualTo(timeslotId);
    assertThat(BookingNumber.number(bookingId)).isEqualTo(number);
    assertThat(bookingId).isPositive().isLessThan(1L << 53);
  }

  @Test
  void theFirstBookingOfASlotFollowsFromItsId() {
    assertThat(BookingNumber.bookingId(4821, 1)).isEqualTo(482_100_001L);
    assertThat(BookingNumber.LAST).isEqualTo(99_999);
  }

  @Test
  void anIdThatWasNeverGivenIsInNoSlot() {
    assertThat(BookingNumber.timeslotId(-1)).isZero();
    assertThat(BookingNumber.timeslotId(Long.MIN_VALUE)).isZero();
    assertThat(BookingNumber.timeslotId(0)).isZero();
    assertThat(BookingNumber.timeslotId(99_999)).isZero();
    assertThat(BookingNumber.number(-1)).isBetween(0, 99_999);
  }

  @Test
  void slotsAreNumberedFromOneToNinetyBillion() {
    assertThat(BookingNumber.canBe(0)).isFalse();
    assertThat(BookingNumber.canBe(1)).isTrue();
    assertThat(BookingNumber.canBe(TIMESLOT_MAX)).isTrue();
    assertThat(BookingNumber.canBe(TIMESLOT_MAX + 1)).isFalse();
  }

  @Test
  void idsThatDoNotFitAreRefusedNotWrapped() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> BookingNumber.bookingId(Long.MAX_VALUE / 1000, 1));
  }
}
