package booking.local.faults.client;

import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.cluster.Server;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** C15: ten thousand people, a hundred seats, and the workers die when half of them know. */
final class WorkerKilledInTheRush {

  private static final int PEOPLE = 10_000;
  private static final int SEATS = 100;
  private static final long FIRST_USER = 15_000_000;

  private WorkerKilledInTheRush() {}

  static Strike strike(Scene scene) {
    long slot = FreeSlots.one(scene.cluster(), SEATS);
    Crowd crowd = new Crowd(scene.cluster(), slot, FIRST_USER, PEOPLE);
    CompletableFuture<Crowd.Told> rush = crowd.rush();
    while (crowd.answered() < PEOPLE / 2 && !rush.isDone()) {
      scene.pass(Duration.ofMillis(20));
    }
    // Both: one of them has the slot, and nobody outside knows which.
    List<Server> workers = scene.cluster().workers();
    workers.forEach(Server::kill);
    int known = crowd.answered();
    workers.forEach(Server::start);
    workers.forEach(Server::awaitReady);
    return EverybodyWantsOneSeat.judged(rush.join(), SEATS, PEOPLE)
        .with("killed when %d knew".formatted(known));
  }
}
