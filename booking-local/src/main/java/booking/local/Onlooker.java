package booking.local;

/** Who is told how a system fares, in words for people. */
public interface Onlooker {

  /** One line, without its end. */
  void say(String line);

  /** The worker came upon an error after which it decides nothing any more. */
  void workerFailed(Throwable cause);
}
