package booking.local.faults.process;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Server;
import booking.local.faults.watch.Stopwatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can happen to workers: they die, pause, are replaced, come and go, and lose their state. */
public final class WorkerFaults {

  private static final Duration KILL_GOAL = Duration.ofSeconds(10);
  private static final Duration ROLLING_GOAL = Duration.ofSeconds(5);
  private static final Duration LONG_PAUSE = Duration.ofSeconds(20);

  private WorkerFaults() {}

  /** All of them. */
  public static List<Fault> all() {
    return Stream.of(usual(), Wires.all(), List.of(Starved.fault(), OtherBuild.fault()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> usual() {
    return List.of(
        killed(),
        Row.of("A2", "kill -9 of both workers", Times.each(1, 10), WorkerFaults::killBoth),
        Row.of("A4", "worker frozen for 20 s", Times.each(1, 5), WorkerFaults::freeze),
        Row.of("A5", "rolling restart of the workers", Times.each(1, 10), WorkerFaults::roll)
            .within(ROLLING_GOAL),
        Row.of("A6", "a third worker comes and goes", Times.each(1, 10), WorkerFaults::visit),
        Row.of("A17", "the group's offsets deleted", Times.rarely(3), LostOffsets::strike),
        Row.of("A7", "worker back without its state", Times.each(1, 5), WorkerFaults::forget),
        Row.of("S1", "one worker, two, four, two", Times.rarely(1), Scaling::strike));
  }

  /** A1, which is part of every build too. */
  public static Fault killed() {
    return Row.of(
            "A1", "kill -9 of one of two workers", new Times(1, 5, 100), WorkerFaults::killOne)
        .within(KILL_GOAL);
  }

  private static Strike killOne(Scene scene) {
    Server worker = Deciders.any(scene);
    scene.pass(Duration.ofMillis(scene.random().nextInt(3000)));
    worker.kill();
    scene.say(worker.name() + " killed");
    worker.restart();
    scene.say(worker.name() + " is back");
    return Strike.plain();
  }

  private static Strike killBoth(Scene scene) {
    List<Server> workers = scene.cluster().workers();
    workers.forEach(Server::kill);
    scene.say("both workers killed");
    workers.get(0).start();
    scene.pass(Duration.ofSeconds(5));
    workers.get(1).start();
    Stopwatch watch = new Stopwatch();
    workers.forEach(Server::awaitReady);
    return Strike.plain().with("both ready after %s s".formatted(watch));
  }

  private static Strike freeze(Scene scene) {
    Server worker = Deciders.any(scene);
    worker.freeze();
    scene.say(worker.name() + " frozen");
    scene.pass(LONG_PAUSE);
    worker.thaw();
    return goesOn(scene, worker);
  }

  /** Returns when a worker that was away for a while does its work again. */
  static Strike goesOn(Scene scene, Server worker) {
    // By then it knows what it has missed.
    scene.pass(Duration.ofSeconds(3));
    if (worker.isAlive()) {
      worker.awaitReady();
      scene.say(worker.name() + " goes on");
      return Strike.plain().with("it went on");
    }
    // Kafka calls it an error to commit what was given up meanwhile, and who meets one ends.
    worker.restart();
    scene.say(worker.name() + " had ended and is started again, as a supervisor does");
    return Strike.plain().with("it ended, and was started again");
  }

  private static Strike roll(Scene scene) {
    for (Server worker : scene.cluster().workers()) {
      scene.say(worker.name() + " told to end");
      worker.stop();
      worker.restart();
      scene.say(worker.name() + " is back");
      scene.pass(Duration.ofSeconds(2));
    }
    Map<String, Long> errors = scene.load().errors();
    // 202 is no error: it says that the answer takes longer.
    return Strike.plain()
        .mustHold(
            errors.keySet().stream().allMatch("202"::equals), "clients saw errors: " + errors);
  }

  private static Strike visit(Scene scene) {
    long rate = scene.decidedASecond(Duration.ofSeconds(5));
    long before = scene.watch().decided();
    Stopwatch watch = new Stopwatch();
    Server guest = scene.cluster().guestWorker();
    guest.restart();
    scene.say(guest.name() + " has come");
    scene.pass(Duration.ofSeconds(8));
    guest.stop();
    scene.say(guest.name() + " has gone");
    scene.pass(Duration.ofSeconds(8));
    long during = (scene.watch().decided() - before) / Math.max(1, watch.seconds());
    return Strike.plain()
        .with("decided %d/s before, %d/s meanwhile (goal 50 %%)".formatted(rate, during));
  }

  private static Strike forget(Scene scene) throws IOException {
    Server worker = Deciders.any(scene);
    worker.stop();
    scene.cluster().forgetState(worker);
    Stopwatch watch = new Stopwatch();
    worker.restart();
    return Strike.plain().with("ready %s s after its start".formatted(watch));
  }
}
