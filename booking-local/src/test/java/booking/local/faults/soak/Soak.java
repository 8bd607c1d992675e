package booking.local.faults.soak;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.cluster.Server;
import booking.local.faults.watch.Footprint;
import booking.local.faults.watch.Stopwatch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * G4: an hour under load, or as many minutes as {@code -DsoakMinutes} says, with a fault every one
 * to three minutes. One worker and the gateways are never struck: their growth is what is watched.
 */
public final class Soak {

  private static final Duration SAMPLE = Duration.ofSeconds(15);
  // A collection of everything stops the process for a moment: not at every sample.
  private static final int SAMPLES_A_HEAP = 20;
  private static final Duration DOWN = Duration.ofSeconds(3);

  private Soak() {}

  public static Fault fault() {
    return Row.of("G4", "a soak with a fault now and then", Times.rarely(1), Soak::strike);
  }

  private static Strike strike(Scene scene) {
    Duration time = Duration.ofMinutes(Integer.getInteger("soakMinutes", 60));
    Map<Server, Growth> growths = new LinkedHashMap<>();
    spared(scene.cluster()).forEach(server -> growths.put(server, new Growth(server.name())));
    Stopwatch watch = new Stopwatch();
    Duration next = pause(scene);
    int faults = 0;
    int samples = 0;
    while (watch.elapsed().compareTo(time) < 0) {
      scene.pass(SAMPLE);
      growths.forEach((server, growth) -> growth.add(Footprint.of(server.process())));
      if (samples++ % SAMPLES_A_HEAP == 0) {
        growths.forEach((server, growth) -> growth.addHeap(LiveHeap.of(server.process())));
      }
      if (watch.elapsed().compareTo(next) > 0) {
        faults++;
        strikeOne(scene);
        next = watch.elapsed().plus(pause(scene));
      }
    }
    Strike strike = Strike.plain().with(faults + " faults");
    for (Growth growth : growths.values()) {
      strike = strike.with(growth.words(watch.elapsed()));
    }
    return strike;
  }

  private static List<Server> spared(Cluster cluster) {
    return List.of(cluster.workers().get(0), cluster.gateways().get(0), cluster.gateways().get(1));
  }

  private static Duration pause(Scene scene) {
    return Duration.ofSeconds(60 + scene.random().nextInt(120));
  }

  private static void strikeOne(Scene scene) {
    Cluster cluster = scene.cluster();
    Server struck =
        List.of(cluster.workers().get(1), cluster.broker(), cluster.postgres())
            .get(scene.random().nextInt(3));
    scene.load().readsMayLag(true);
    struck.kill();
    scene.say(struck.name() + " killed");
    scene.pass(DOWN);
    struck.restart();
    scene.say(struck.name() + " is back");
    scene.pass(SAMPLE);
    scene.load().readsMayLag(false);
  }
}
