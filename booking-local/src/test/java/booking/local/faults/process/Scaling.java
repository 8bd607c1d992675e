package booking.local.faults.process;

import static org.awaitility.Awaitility.await;

import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.cluster.Server;
import booking.local.faults.watch.Stopwatch;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/**
 * S1: one worker, two, four, and two again, while everybody goes on booking. Each has an even share
 * of the slots before long. How much is decided is told, and no goal: all workers of this machine
 * share its processors.
 */
final class Scaling {

  // A share moves when it has been restored elsewhere and Streams next looks, once a minute.
  private static final Duration EVEN_WITHIN = Duration.ofMinutes(4);
  private static final Duration MEASURED = Duration.ofSeconds(20);

  private Scaling() {}

  static Strike strike(Scene scene) {
    List<Server> workers = scene.cluster().workers();
    Server second = workers.get(1);
    List<Server> guests = List.of(scene.cluster().guestWorker(), scene.cluster().guestWorker());
    Strike strike = Strike.plain();

    second.stop();
    strike = look(scene, 1, strike);
    second.restart();
    strike = look(scene, 2, strike);
    guests.forEach(Server::start);
    guests.forEach(Server::awaitReady);
    strike = look(scene, 4, strike);
    guests.forEach(Server::stop);
    return look(scene, 2, strike);
  }

  private static Strike look(Scene scene, int workers, Strike before) {
    int partitions = scene.cluster().settings().partitions();
    Stopwatch watch = new Stopwatch();
    boolean even = true;
    try {
      await()
          .atMost(EVEN_WITHIN)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> shares(scene).areEven(workers, partitions));
    } catch (ConditionTimeoutException never) {
      even = false;
    }
    Shares shares = shares(scene);
    String figure =
        "%d: %s after %s s, %d/s".formatted(workers, shares, watch, scene.decidedASecond(MEASURED));
    scene.say(figure);
    return before
        .with(figure)
        .mustHold(even, "%d workers do not share the slots evenly: %s".formatted(workers, shares));
  }

  private static Shares shares(Scene scene) {
    return Shares.among(scene.cluster().bootstrapServers());
  }
}
