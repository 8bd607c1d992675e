package booking.local.postgres;

/**
 * The passwords of the three roles that may log in.
 *
 * @param superuser of {@code postgres}, who makes the others
 * @param worker of {@code booking_worker}, who owns the database
 * @param gateway of {@code booking_gateway}, who may only read
 */
public record PostgresLogins(String superuser, String worker, String gateway) {

  /** Says nothing of the passwords, so that no log does. */
  @Override
  public String toString() {
    return "PostgresLogins[]";
  }
}
