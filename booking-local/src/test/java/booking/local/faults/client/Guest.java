package booking.local.faults.client;

import booking.local.Answer;
import booking.local.Http;
import booking.local.Premises;
import booking.local.faults.cluster.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who calls the gateways in turn, with one key, until one of them says yes or no.
 *
 * @param gateways as this person, each with the token
 */
public record Guest(List<Http> gateways) {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

  /** This user at all gateways. */
  public static Guest user(Cluster cluster, long user) {
    return of(cluster, user, false);
  }

  /** The admin at all gateways. */
  public static Guest admin(Cluster cluster) {
    return of(cluster, 1, true);
  }

  /** Rooms and slots that the admin makes. */
  public static Premises premises(Cluster cluster) {
    return new Premises(admin(cluster).gateways().get(0));
  }

  private static Guest of(Cluster cluster, long user, boolean admin) {
    String bearer = cluster.bearer(user, admin);
    return new Guest(
        cluster.clients().stream().map(http -> http.with("Authorization", bearer)).toList());
  }

  /** The booking that this slot gave, or the answer why not. */
  public Answer book(long slot) {
    return insist("POST", "/bookings", "{\"timeslotId\":" + slot + "}");
  }

  /** The answer to the cancellation of a booking. */
  public Answer cancel(long booking) {
    return insist("PUT", "/bookings/" + booking + "/cancel", "");
  }

  /** What becomes of a call; a key of its own goes along. */
  public Answer insist(String method, String path, String body) {
    return insist(UUID.randomUUID().toString(), new Wanted(method, path, body));
  }

  /** One call, as it is sent. */
  public record Wanted(String method, String path, String body) {}

  /** What becomes of a call with this key. */
  public Answer insist(String key, Wanted wanted) {
    long from = System.nanoTime();
    for (int turn = 0; System.nanoTime() - from < PATIENCE_NANOS; turn++) {
      Http gateway = gateways.get(turn % gateways.size()).with("Idempotency-Key", key);
      Optional<Answer> answer =
          gateway
              .sending(wanted.method(), wanted.path(), wanted.body())
              .handle((told, broken) -> Optional.ofNullable(told))
              .join();
      if (answer.filter(Guest::isFinal).isPresent()) {
        return answer.get();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("Nobody answers " + wanted);
  }

  /**
   * The first answer to a call, whatever it says. Without one the call is made again: a connection
   * that was kept may have been closed by the gateway just when it was taken up.
   */
  static Answer once(Http gateway, Wanted wanted) {
    long from = System.nanoTime();
    Optional<Answer> answer = Optional.empty();
    while (answer.isEmpty() && System.nanoTime() - from < PATIENCE_NANOS) {
      answer =
          gateway
              .sending(wanted.method(), wanted.path(), wanted.body())
              .handle((told, broken) -> Optional.ofNullable(told))
              .join();
    }
    return answer.orElseThrow(() -> new AssertionError("Nobody answers " + wanted));
  }

  /** Whether an answer says yes or no, and not that it is too early or too much to say. */
  static boolean isFinal(Answer answer) {
    return answer.status() != 202 && answer.status() != 429 && answer.status() < 500;
  }
}
