package booking.local.faults.process;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * G3: workers go from one build to the other and back, one at a time, under load. The other build
 * is the {@code booking-worker.jar} that {@code -DotherWorker=} names; without it nothing is done.
 */
final class OtherBuild {

  private static final Duration TOGETHER = Duration.ofSeconds(5);

  private OtherBuild() {}

  static Fault fault() {
    return Row.of(
        "G3",
        "to another build and back",
        Times.rarely(jar().isPresent() ? 1 : 0),
        OtherBuild::strike);
  }

  private static Optional<Path> jar() {
    return Optional.ofNullable(System.getProperty("otherWorker")).map(Path::of);
  }

  private static Strike strike(Scene scene) {
    List<Server> usual = scene.cluster().workers();
    List<Server> others = new ArrayList<>();
    for (Server worker : usual) {
      Server other = scene.cluster().of(jar().orElseThrow(), worker);
      others.add(other);
      replace(scene, worker, other);
      scene.say(worker.name() + " is of the other build");
    }
    for (int i = 0; i < usual.size(); i++) {
      replace(scene, others.get(i), usual.get(i));
      scene.say(usual.get(i).name() + " is of this build again");
    }
    Map<String, Long> errors = scene.load().errors();
    return Strike.plain()
        .mustHold(
            errors.keySet().stream().allMatch("202"::equals), "clients saw errors: " + errors);
  }

  private static void replace(Scene scene, Server from, Server to) {
    from.stop();
    to.restart();
    scene.pass(TOGETHER);
  }
}
