package booking.gateway.json;

import java.util.Optional;

/**
 * What a request says of a field that has a value already: nothing (it stays), {@code null} (it is
 * emptied), or a new value.
 */
public sealed interface Change<T> {

  /** The field was not sent. */
  record Keep<T>() implements Change<T> {}

  /** The field was sent as null. */
  record Clear<T>() implements Change<T> {}

  /** The field was sent with a value. */
  record Put<T>(T value) implements Change<T> {}

  static <T> Change<T> keep() {
    return new Keep<>();
  }

  static <T> Change<T> clear() {
    return new Clear<>();
  }

  /** The new value, if there is one. */
  default Optional<T> put() {
    return this instanceof Put<T> put ? Optional.of(put.value()) : Optional.empty();
  }

  default boolean isClear() {
    return this instanceof Clear;
  }
}
