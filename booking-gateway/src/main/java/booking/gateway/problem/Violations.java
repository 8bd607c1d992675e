package booking.gateway.problem;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules that a request's fields break, gathered so that a client hears of all of them at once.
 * For one thread.
 */
public final class Violations {

  private static final int DIGITS_BEFORE_THE_POINT = 8;
  private static final int CENTS = 2;

  private final List<Violation> found = new ArrayList<>();

  /** Notes a violation unless the rule holds. */
  public void unless(boolean holds, String field, String message) {
    if (!holds) {
      found.add(new Violation(field, message));
    }
  }

  /** Notes a violation unless the field was sent. */
  public void required(String field, Optional<?> value) {
    unless(value.isPresent(), field, "is required");
  }

  /** An id, if sent, is 1 or more. */
  public void id(String field, Optional<Long> value) {
    unless(value.orElse(1L) >= 1, field, "must be 1 or more");
  }

  /** A number, if sent, lies within bounds that are both included. */
  public void within(String field, Optional<Integer> value, int least, int most) {
    unless(
        value.map(number -> number >= least && number <= most).orElse(true),
        field,
        "must be from " + least + " to " + most);
  }

  /** A text of one line, if sent, has at most so many code points and no control characters. */
  public void line(String field, Optional<String> value, int most) {
    value.flatMap(text -> Text.fault(text, most, false)).ifPresent(why -> add(field, why));
  }

  /** As {@link #line}, but line breaks and tabs are welcome. */
  public void prose(String field, Optional<String> value, int most) {
    value.flatMap(text -> Text.fault(text, most, true)).ifPresent(why -> add(field, why));
  }

  /**
   * An amount of money, if sent, is 0 or more, below 100 million and has no fraction of a cent.
   *
   * @return the amount with exactly two decimals; empty too when it breaks the rule
   */
  public Optional<BigDecimal> money(String field, Optional<BigDecimal> value) {
    if (value.isEmpty()) {
      return value;
    }
    Optional<String> fault = faultOf(value.get());
    fault.ifPresent(why -> add(field, why));
    return fault.isEmpty()
        ? value.map(amount -> amount.setScale(CENTS, RoundingMode.UNNECESSARY))
        : Optional.empty();
  }

  /** Refuses the request if any rule was broken. */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw ProblemException.of(found);
    }
  }

  // The size is looked at before anything expands the number: 1e999999999 is ten characters long.
  private static Optional<String> faultOf(BigDecimal amount) {
    if (amount.signum() < 0) {
      return Optional.of("must be 0 or more");
    }
    if ((long) amount.precision() - amount.scale() > DIGITS_BEFORE_THE_POINT
        && amount.signum() != 0) {
      return Optional.of("must be below 100000000");
    }
    if (amount.stripTrailingZeros().scale() > CENTS) {
      return Optional.of("must have at most two decimals");
    }
    return Optional.empty();
  }

  private void add(String field, String message) {
    found.add(new Violation(field, message));
  }
}
