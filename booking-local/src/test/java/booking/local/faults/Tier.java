package booking.local.faults;

import java.util.Locale;

/** How long a run of the faults may take. */
public enum Tier {
  /** One fault, below a minute: part of every build. */
  SMALL,
  /** A quarter of an hour on two cores. */
  SHORT,
  /** Hours. */
  LONG;

  /** The tier of the system property {@code tier}, short if it is not set. */
  static Tier wanted() {
    return valueOf(System.getProperty("tier", "short").toUpperCase(Locale.ROOT));
  }
}
