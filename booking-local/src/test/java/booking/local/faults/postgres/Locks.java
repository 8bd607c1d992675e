package booking.local.faults.postgres;

import static org.awaitility.Awaitility.await;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Server;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A transaction of the read model is cut off in the middle: by a kill, a lock, or an operator. */
final class Locks {

  private static final String OURS = "pg_stat_activity WHERE application_name='booking-read-model'";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CUTS = 5;

  private Locks() {}

  static List<Fault> all() {
    return List.of(
        Row.of("B3", "worker killed amid a transaction", Times.each(5, 100), Locks::killAmid),
        Row.of("B5", "tables locked, sessions ended", Times.each(1, 20), Locks::lockAndCut));
  }

  private static Strike killAmid(Scene scene) throws SQLException {
    List<Server> workers = scene.cluster().workers();
    Server worker = workers.get(scene.random().nextInt(workers.size()));
    try (Psql psql = Psql.superuser(scene.cluster())) {
      psql.begin();
      // Its offsets are moved and its bookings written; its events must wait.
      psql.run("LOCK TABLE booking_events IN SHARE MODE");
      awaitWaiting(psql);
      worker.kill();
      scene.say(worker.name() + " killed while its transaction waits");
      psql.rollBack();
    }
    worker.restart();
    return Strike.plain();
  }

  private static Strike lockAndCut(Scene scene) throws SQLException {
    try (Psql psql = Psql.superuser(scene.cluster())) {
      psql.begin();
      psql.run("SELECT id FROM timeslots ORDER BY id DESC LIMIT 300 FOR UPDATE");
      scene.say("slots locked");
      awaitWaiting(psql);
      // Longer than the read model waits for a lock.
      scene.pass(Duration.ofSeconds(3));
      psql.rollBack();
      long cut = 0;
      for (int i = 0; i < CUTS; i++) {
        cut += Long.parseLong(psql.ask("SELECT count(pg_terminate_backend(pid)) FROM " + OURS));
        scene.pass(Duration.ofMillis(500));
      }
      scene.say(cut + " sessions ended");
      return Strike.plain().with("%d sessions ended".formatted(cut));
    }
  }

  private static void awaitWaiting(Psql psql) {
    await("a transaction that waits")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> psql.ask("SELECT count(*) FROM " + OURS + " AND wait_event_type = 'Lock'"),
            waiting -> !waiting.equals("0"));
  }
}
