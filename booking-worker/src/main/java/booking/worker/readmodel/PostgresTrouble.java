package booking.worker.readmodel;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a failure of Postgres means: waiting helps, or it does not. */
final class PostgresTrouble {

  /**
   * SQLSTATE classes that pass without anybody changing our rows or statements: connection, not yet
   * authorised or created (a server that is being set up), transaction rolled back (deadlock,
   * serialization), resources, operator intervention (shutdown, statement timeout), system error.
   */
  private static final Set<String> PASSING_CLASSES =
      Set.of("08", "28", "3D", "40", "53", "57", "58");

  /** Lock timeout; a standby that is not yet promoted; a transaction that idled too long. */
  private static final Set<String> PASSING_STATES = Set.of("55P03", "25006", "25P03");

  private PostgresTrouble() {}

  /** Whether the same work may succeed later, as it is. Rows that Postgres refuses never do. */
  static boolean passes(Throwable failure) {
    return sqlState(failure)
        .filter(
            state ->
                PASSING_STATES.contains(state) || PASSING_CLASSES.contains(state.substring(0, 2)))
        .isPresent();
  }

  /** The five characters by which Postgres names a failure, if it is one of its. */
  static Optional<String> sqlState(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(cause -> Optional.ofNullable(((SQLException) cause).getSQLState()).orElse(""))
        .filter(state -> state.length() == 5)
        .findFirst();
  }
}
