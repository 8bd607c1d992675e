package booking.local.faults.postgres;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Ended;
import booking.local.faults.watch.Stopwatch;
import java.time.Duration;
import java.util.List;

/** B8: the tables are made anew beside the live ones, and take their place, while all goes on. */
final class Rebuilding {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Rebuilding() {}

  static Fault fault() {
    return Row.of("B8", "the read model is rebuilt", Times.each(1, 10), Rebuilding::strike);
  }

  private static Strike strike(Scene scene) {
    Stopwatch watch = new Stopwatch();
    Ended rebuilt = scene.cluster().operate(List.of("rebuild"), PATIENCE);
    scene.say("rebuilt");
    String took = watch.toString();
    Ended verified = scene.cluster().operate(List.of("verify"), PATIENCE);
    return Strike.plain()
        .with("rebuilt in %s s".formatted(took))
        .mustHold(rebuilt.code() == 0, "rebuild ended with " + rebuilt)
        .mustHold(verified.code() == 0, "verify ended with " + verified);
  }
}
