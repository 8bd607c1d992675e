package booking.local.faults.postgres;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Server;
import java.time.Duration;
import java.util.List;

/** Postgres is away or stands still. Deciding must go on. */
final class Outages {

  private static final Duration BEFORE = Duration.ofSeconds(8);

  // More than the longest pause between two tries of the gateway and of the read model.
  private static final Duration CAUGHT_UP = Duration.ofSeconds(4);

  private Outages() {}

  static List<Fault> all() {
    return List.of(
        Row.of("B1", "kill -9 of Postgres, 60 s down", Times.each(1, 5), Outages::kill),
        Row.of(
            "B2",
            "Postgres frozen for 20 s",
            Times.each(1, 0),
            scene -> freeze(scene, Duration.ofSeconds(20))),
        Row.of(
            "B2",
            "Postgres frozen for 60 s",
            Times.rarely(3),
            scene -> freeze(scene, Duration.ofSeconds(60))));
  }

  private static Strike kill(Scene scene) {
    Server postgres = scene.cluster().postgres();
    long before = scene.decidedASecond(BEFORE);
    scene.load().readsMayLag(true);
    postgres.kill();
    scene.say("Postgres killed");
    long during = scene.decidedASecond(Duration.ofSeconds(60));
    postgres.restart();
    scene.say("Postgres is back");
    scene.pass(CAUGHT_UP);
    scene.load().readsMayLag(false);
    return compared(before, during);
  }

  private static Strike freeze(Scene scene, Duration time) {
    Server postgres = scene.cluster().postgres();
    long before = scene.decidedASecond(BEFORE);
    scene.load().readsMayLag(true);
    postgres.freeze();
    scene.say("Postgres frozen");
    long during = scene.decidedASecond(time);
    postgres.thaw();
    scene.say("Postgres goes on");
    scene.pass(CAUGHT_UP);
    scene.load().readsMayLag(false);
    return compared(before, during);
  }

  private static Strike compared(long before, long during) {
    return Strike.plain()
        .with(
            "decided %d/s before, %d/s meanwhile (goal 95 %% %s)"
                .formatted(before, during, during * 100 >= before * 95 ? "met" : "MISSED"));
  }
}
