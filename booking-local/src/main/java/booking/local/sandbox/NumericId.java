package booking.local.sandbox;

import java.util.Optional;

/** An id in a query: a positive whole number that a long can hold. */
final class NumericId {

  private NumericId() {}

  static Optional<Long> in(Optional<String> parameter) {
    return parameter.filter(text -> text.matches("[1-9]\\d{0,17}")).map(Long::valueOf);
  }
}
