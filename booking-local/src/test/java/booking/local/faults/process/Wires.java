package booking.local.faults.process;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Server;
import booking.local.faults.cluster.Wire;
import booking.local.faults.watch.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A11: what can happen between a worker and the broker: the wire is cut, or one way of it. */
final class Wires {

  private static final Times OFTEN = Times.rarely(2);

  private Wires() {}

  static List<Fault> all() {
    return Stream.concat(
            Stream.of(5, 15, 60)
                .map(seconds -> row("cut off for " + seconds + " s", Wire::cut, seconds)),
            Stream.of(row("hears nothing for 15 s", Wire::hush, 15)))
        .toList();
  }

  private static Fault row(String what, Consumer<Wire> harm, int seconds) {
    return Row.of(
        "A11",
        "one of two workers " + what,
        OFTEN,
        scene -> strike(scene, harm, Duration.ofSeconds(seconds)));
  }

  private static Strike strike(Scene scene, Consumer<Wire> harm, Duration time) {
    Server usual = Deciders.any(scene);
    Server wired = scene.cluster().wired(usual);
    usual.stop();
    wired.restart();
    Wire wire = scene.cluster().wire();
    harm.accept(wire);
    scene.say(wired.name() + " is cut off");
    scene.pass(time);
    wire.heal();
    Stopwatch watch = new Stopwatch();
    Strike strike = WorkerFaults.goesOn(scene, wired).with("at work %s s later".formatted(watch));
    wired.stop();
    usual.restart();
    return strike;
  }
}
