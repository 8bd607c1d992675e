package booking.worker.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final long CENTS_MAX = 999_999_999_999L;

  @ParameterizedTest
  @CsvSource({
    "40.00, 4000, 40.00 EUR",
    "40,    4000, 40.00 EUR",
    "0.1,   10,   0.10 EUR",
    "0.010, 1,    0.01 EUR",
    "-1.5,  -150, -1.50 EUR"
  })
  void anAmountIsCountedInCentsAndWrittenWithTwoPlaces(
      BigDecimal amount, long cents, String words) {
    Money money = Money.of(amount, "EUR");
    assertThat(money).isEqualTo(new Money(cents, "EUR")).hasToString(words);
    assertThat(money.toDecimal()).isEqualByComparingTo(amount);
    assertThat(money.toDecimal().scale()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40.001", "0.005", "92233720368547758.08"})
  void whatCentsCannotSayIsNoMoney(BigDecimal amount) {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(amount, "EUR"));
  }

  @Test
  void zeroIsZeroAndOnlyMoreIsPositive() {
    assertThat(Money.zero("USD")).isEqualTo(new Money(0, "USD"));
    assertThat(Money.zero("USD").isZero()).isTrue();
    assertThat(Money.zero("USD").isPositive()).isFalse();
    assertThat(new Money(1, "USD").isZero()).isFalse();
    assertThat(new Money(1, "USD").isPositive()).isTrue();
    assertThat(new Money(-1, "USD").isPositive()).isFalse();
  }

  @Test
  void theSameNumberInAnotherCurrencyIsOtherMoney() {
    assertThat(new Money(4000, "EUR")).isNotEqualTo(new Money(4000, "USD"));
  }

  @ParameterizedTest
  @CsvSource({
    "20.01, 50,  10.01",
    "20.00, 50,  10.00",
    "0.01,  50,  0.01",
    "0.01,  49,  0.00",
    "33.33, 100, 33.33",
    "33.33, 0,   0.00",
    "9999999999.99, 100, 9999999999.99"
  })
  void aShareIsRoundedToTheCentHalfUp(String amount, int percent, String share) {
    assertThat(euros(amount).percent(percent)).isEqualTo(euros(share));
  }

  @ParameterizedTest
  @CsvSource({
    "40.00, 30,   20.00",
    "33.33, 30,   16.67",
    "33.33, 20,   11.11",
    "40.00, 5,    3.33",
    "0.10,  15,   0.03",
    "0.01,  29,   0.00",
    "0.01,  30,   0.01",
    "40.00, 1440, 960.00"
  })
  void minutesCostTheirPartOfAnHour(String anHour, int minutes, String price) {
    assertThat(euros(anHour).forMinutes(minutes)).isEqualTo(euros(price));
  }

  @Property
  void aShareIsWithinHalfACentOfTheExactOneAndNeverMoreThanAll(
      @ForAll @LongRange(max = CENTS_MAX) long cents, @ForAll @IntRange(max = 100) int percent) {
    Money share = new Money(cents, "EUR").percent(percent);
    BigDecimal exact = BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(percent));
    assertThat(share.cents())
        .isBetween(0L, cents)
        .isEqualTo(exact.divide(BigDecimal.valueOf(100), RoundingMode.HALF_UP).longValueExact());
    assertThat(share.currency()).isEqualTo("EUR");
  }

  private static Money euros(String amount) {
    return Money.of(new BigDecimal(amount), "EUR");
  }
}
