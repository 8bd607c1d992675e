package booking.local.faults.process;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Server;
import booking.local.faults.watch.Stopwatch;
import java.time.Duration;
import java.util.List;

/** What can happen to the only broker: it dies for a while, or stands still. */
public final class BrokerFaults {

  private BrokerFaults() {}

  /** All of them. */
  public static List<Fault> all() {
    return List.of(
        Row.of(
            "A9",
            "kill -9 of the broker, 3 s down",
            Times.each(1, 15),
            scene -> kill(scene, Duration.ofSeconds(3))),
        Row.of(
            "A9",
            "kill -9 of the broker, 30 s down",
            Times.each(1, 15),
            scene -> kill(scene, Duration.ofSeconds(30))),
        Row.of("A10", "broker frozen for 60 s", Times.rarely(2), BrokerFaults::freeze));
  }

  private static Strike kill(Scene scene, Duration down) {
    Server broker = scene.cluster().broker();
    broker.kill();
    scene.say("broker killed");
    scene.pass(down);
    Stopwatch watch = new Stopwatch();
    broker.restart();
    scene.say("broker is back");
    return Strike.plain().with("broker up %s s after its start".formatted(watch));
  }

  private static Strike freeze(Scene scene) {
    Server broker = scene.cluster().broker();
    broker.freeze();
    scene.say("broker frozen");
    scene.pass(Duration.ofSeconds(60));
    broker.thaw();
    scene.say("broker goes on");
    return Strike.plain();
  }
}
