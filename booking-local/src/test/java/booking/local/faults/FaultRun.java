package booking.local.faults;

import static org.awaitility.Awaitility.await;

import booking.local.Progress;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.cluster.ClusterSettings;
import booking.local.faults.history.History;
import booking.local.faults.load.Load;
import booking.local.faults.load.LoadSettings;
import booking.local.faults.watch.Stopwatch;
import booking.local.faults.watch.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.core.ConditionTimeoutException;

/** A run of a schedule: a cluster under load, struck by one fault after the other. */
final class FaultRun {

  // Short, so that holds end and late payments come while the run lasts.
  private static final Duration HOLD_TIME = Duration.ofSeconds(10);
  private static final Duration CALM_WITHIN = Duration.ofSeconds(120);
  private static final Duration CALM = Duration.ofSeconds(1);
  private static final Duration WARM = Duration.ofSeconds(4);
  private static final long DECIDED_AGAIN = 20;

  private final Schedule schedule;
  private final Judge judge;
  private final Path folder;

  FaultRun(Schedule schedule, Judge judge, Path folder) {
    this.schedule = schedule;
    this.judge = judge;
    this.folder = folder;
  }

  /** Does all of it. */
  FaultTable run() throws Exception {
    ClusterSettings settings =
        ClusterSettings.in(folder).with("HOLD_TIME", HOLD_TIME.toSeconds() + " seconds");
    Progress.say("starting the system; seed " + schedule.seed());
    try (Cluster cluster = Cluster.start(settings);
        Watch watch = new Watch(cluster.bootstrapServers());
        History history = new History(folder.resolve("history.tsv"))) {
      Load load = Load.start(cluster, LoadSettings.usual(schedule.seed(), HOLD_TIME), history);
      List<Outcome> outcomes = new ArrayList<>();
      try (load) {
        Scene scene = new Scene(cluster, load, watch, new Random(schedule.seed()), Progress::say);
        scene.pass(WARM);
        for (Fault fault : schedule.faults()) {
          outcomes.add(strike(fault, scene));
        }
      }
      Progress.say("nobody asks any more; judging");
      return new FaultTable(schedule.seed(), outcomes, judge.judge(cluster, history));
    }
  }

  private Outcome strike(Fault fault, Scene scene) throws Exception {
    int times = fault.times(schedule.tier());
    Outcome outcome = Outcome.none(fault);
    for (int time = 1; time <= times; time++) {
      scene.watch().tally();
      scene.load().takeErrors();
      String prefix = "%s %d of %d: ".formatted(fault.row(), time, times);
      Strike strike =
          fault.strike(
              new Scene(
                  scene.cluster(),
                  scene.load(),
                  scene.watch(),
                  schedule.chance(fault, time),
                  line -> Progress.say(prefix + line)));
      outcome = calm(outcome, strike, scene);
      Progress.say(prefix + "silence " + Stopwatch.seconds(outcome.last()) + " s");
    }
    return outcome;
  }

  /** Waits until everybody is answered again, as far as that ever happens. */
  private static Outcome calm(Outcome before, Strike strike, Scene scene) {
    Watch watch = scene.watch();
    long decided = watch.decided();
    boolean calm = true;
    try {
      await()
          .atMost(CALM_WITHIN)
          .pollInterval(Duration.ofMillis(50))
          .until(
              () ->
                  watch.decided() >= decided + DECIDED_AGAIN
                      && watch.silentFor().compareTo(CALM) < 0);
    } catch (ConditionTimeoutException never) {
      calm = false;
    }
    // What is under way right now is not lost.
    return before.and(
        watch.tally().withUndecided(calm ? 0 : watch.undecided()),
        scene.load().takeErrors(),
        strike);
  }
}
