package booking.local.faults.process;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.JavaServer;
import booking.local.faults.cluster.Server;
import booking.local.faults.watch.Stopwatch;

/** A16: a worker without enough memory ends with an error, and does not linger half dead. */
final class Starved {

  // Enough to begin with, and too little for the work.
  private static final int HEAP = 20;

  private Starved() {}

  static Fault fault() {
    return Row.of("A16", "worker out of memory", Times.rarely(3), Starved::strike);
  }

  private static Strike strike(Scene scene) {
    Server usual = Deciders.any(scene);
    JavaServer starved = scene.cluster().withHeap(usual, HEAP);
    usual.stop();
    Stopwatch watch = new Stopwatch();
    starved.start();
    boolean ended = Soon.isTrue(() -> starved.exitCode().isPresent());
    String code = starved.exitCode().stream().mapToObj(Integer::toString).findFirst().orElse("no");
    scene.say("%s with %d MiB ended with %s after %s s".formatted(usual.name(), HEAP, code, watch));
    starved.kill();
    usual.restart();
    return Strike.plain()
        .with("ended with %s after %s s".formatted(code, watch))
        .mustHold(ended && !code.equals("0"), "a worker without memory did not end with an error");
  }
}
