package booking.local.faults.postgres;

import booking.local.faults.Fault;
import booking.local.faults.Row;
import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.Times;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.cluster.Server;
import booking.local.faults.watch.Stopwatch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** G1: the stores and the tables are thrown away, and made again from the log. */
final class Replay {

  private static final List<String> TABLES =
      List.of(
          "rooms", "timeslots", "bookings", "payments", "refunds", "requests", "booking_events");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private Replay() {}

  static Fault fault() {
    return Row.of("G1", "all state and tables made anew", Times.each(1, 1), Replay::strike);
  }

  private static Strike strike(Scene scene) throws Exception {
    scene.load().pause();
    try {
      return replay(scene);
    } finally {
      scene.load().resume();
    }
  }

  private static Strike replay(Scene scene) throws Exception {
    Cluster cluster = scene.cluster();
    // Until every hold has ended and the last late payment has come.
    Map<String, String> before = still(cluster, scene.load().quietAfter());
    scene.say("nothing moves; " + before.get("booking_events").split(" ")[0] + " events");
    cluster.workers().forEach(Server::stop);
    for (Server worker : cluster.workers()) {
      cluster.forgetState(worker);
    }
    try (Psql psql = Psql.superuser(cluster)) {
      psql.run("DROP SCHEMA public CASCADE");
      psql.run("CREATE SCHEMA public AUTHORIZATION booking_worker");
    }
    Stopwatch watch = new Stopwatch();
    cluster.workers().forEach(Server::start);
    cluster.workers().forEach(Server::awaitReady);
    Map<String, String> after = sameAgain(cluster, before);
    Strike strike =
        Strike.plain().with("all rows again after %s s, nobody asking meanwhile".formatted(watch));
    for (String table : TABLES) {
      strike =
          strike.mustHold(
              before.get(table).equals(after.get(table)),
              "%s differ after a replay: %s, were %s"
                  .formatted(table, after.get(table), before.get(table)));
    }
    return strike;
  }

  /** The rows once they are what they were, or as they are when they do not become so. */
  private static Map<String, String> sameAgain(Cluster cluster, Map<String, String> before)
      throws SQLException {
    long from = System.nanoTime();
    Map<String, String> now = hashes(cluster);
    while (!now.equals(before) && System.nanoTime() - from < PATIENCE.toNanos()) {
      LockSupport.parkNanos(PAUSE_NANOS);
      now = hashes(cluster);
    }
    return now;
  }

  /** Each table's rows as a number and a hash, once they have been the same for a while. */
  private static Map<String, String> still(Cluster cluster, Duration time) throws SQLException {
    Map<String, String> last = hashes(cluster);
    long from = System.nanoTime();
    while (System.nanoTime() - from < time.toNanos()) {
      LockSupport.parkNanos(PAUSE_NANOS);
      Map<String, String> now = hashes(cluster);
      if (!now.equals(last)) {
        last = now;
        from = System.nanoTime();
      }
    }
    return last;
  }

  private static Map<String, String> hashes(Cluster cluster) throws SQLException {
    Map<String, String> hashes = new LinkedHashMap<>();
    try (Psql psql = Psql.superuser(cluster)) {
      for (String table : TABLES) {
        hashes.put(
            table,
            psql.ask(
                """
                SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY t::text)), '')
                FROM %s t"""
                    .formatted(table)));
      }
    }
    return hashes;
  }
}
