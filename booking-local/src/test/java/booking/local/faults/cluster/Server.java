package booking.local.faults.cluster;

/**
 * A server of the cluster: what can be done to it from outside. To do to it what it already is, is
 * harmless. Not safe to share between threads.
 */
public interface Server {

  /** By which people know it, e.g. {@code worker-1}. */
  String name();

  /** Begins; returns at once, see {@link #awaitReady}. */
  void start();

  /** Returns when it does its work. */
  void awaitReady();

  /** Asks it to end, as an operator does (SIGTERM); returns when it has. */
  void stop();

  /** Ends it as a power cut would (SIGKILL); returns when it is gone. */
  void kill();

  /** Lets it stand still without its noticing, as a long pause does (SIGSTOP). */
  void freeze();

  /** Ends {@link #freeze} (SIGCONT). */
  void thaw();

  /** The number of its process, of the first if it has many; fails when it does not run. */
  long process();

  /** Whether its process is there, frozen or not. */
  boolean isAlive();

  /** Starts it and returns when it does its work. */
  default void restart() {
    start();
    awaitReady();
  }
}
