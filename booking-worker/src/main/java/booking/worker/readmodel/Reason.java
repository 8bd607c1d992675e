package booking.worker.readmodel;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** The reason of a failure in one line, for people: the server's own words, if it said any. */
final class Reason {

  private Reason() {}

  static String of(Throwable failure) {
    Throwable told =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .filter(SQLException.class::isInstance)
            .reduce(failure, (outer, inner) -> inner);
    return Optional.ofNullable(told.getMessage())
        .flatMap(message -> message.lines().findFirst())
        .orElse(told.getClass().getSimpleName());
  }
}
