package booking.local.faults.process;

import booking.local.faults.Fault;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Tier;
import booking.local.faults.cluster.Server;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A1: a worker is killed in the middle of its work and started again at once. */
public final class WorkerKilled implements Fault {

  @Override
  public String row() {
    return "A1";
  }

  @Override
  public String what() {
    return "kill -9 of one of two workers";
  }

  @Override
  public int times(Tier tier) {
    return switch (tier) {
      case SMALL -> 1;
      case SHORT -> 5;
      case LONG -> 100;
    };
  }

  @Override
  public Optional<Duration> silenceGoal() {
    return Optional.of(Duration.ofSeconds(10));
  }

  @Override
  public Strike strike(Scene scene) {
    List<Server> workers = scene.cluster().workers();
    Server worker = workers.get(scene.random().nextInt(workers.size()));
    scene.pass(Duration.ofMillis(scene.random().nextInt(3000)));
    worker.kill();
    scene.say(worker.name() + " killed");
    worker.restart();
    scene.say(worker.name() + " is back");
    return Strike.plain();
  }
}
