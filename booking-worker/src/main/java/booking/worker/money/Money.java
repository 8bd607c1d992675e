package booking.worker.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in hundredths of a currency's unit, exact.
 *
 * @param cents hundredths; negative amounts occur only in what strangers send
 * @param currency ISO 4217 code
 */
public record Money(long cents, String currency) {

  private static final int SCALE = 2;
  private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

  public Money {
    requireNonNull(currency, "currency");
  }

  /**
   * The amount given as a decimal with at most two places.
   *
   * @throws ArithmeticException if it has more places or does not fit
   */
  public static Money of(BigDecimal amount, String currency) {
    return new Money(amount.movePointRight(SCALE).longValueExact(), currency);
  }

  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  /** With two places: 40.00. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(cents, SCALE);
  }

  public boolean isZero() {
    return cents == 0;
  }

  public boolean isPositive() {
    return cents > 0;
  }

  /** This share of the amount, rounded half up to the cent: 50 % of 20.01 is 10.01. */
  public Money percent(int percent) {
    return rounded(BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(percent, SCALE)));
  }

  /** What so many minutes cost when this is the price of an hour, rounded half up to the cent. */
  public Money forMinutes(int minutes) {
    BigDecimal hours = BigDecimal.valueOf(cents).multiply(BigDecimal.valueOf(minutes));
    return new Money(
        hours.divide(MINUTES_AN_HOUR, 0, RoundingMode.HALF_UP).longValueExact(), currency);
  }

  private Money rounded(BigDecimal exactCents) {
    return new Money(exactCents.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
  }

  @Override
  public String toString() {
    return toDecimal() + " " + currency;
  }
}
