package booking.local.bench.stage;

import booking.local.LogsOnly;
import booking.local.faults.cluster.Cluster;
import booking.local.faults.cluster.ClusterSettings;
import booking.local.faults.cluster.Jvms;
import booking.local.faults.cluster.Server;
import booking.local.faults.stranger.Stranger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A running system with one worker, as large as in production, and all that watches it. */
public record Stage(
    Cluster cluster, Stranger stranger, Groups groups, Catalogue catalogue, Crowd crowd)
    implements AutoCloseable {

  /** Those of one machine's share of the topics. */
  public static final int PARTITIONS = 4;

  /** Of a worker whose holds outlast every measurement, as those of the baselines do. */
  public static final Map<String, String> LONG_HOLDS = Map.of("HOLD_TIME", "12 hours");

  /**
   * Starts it.
   *
   * @param folder of its own
   * @param gateways how many
   */
  public static Stage in(Path folder, int gateways, Map<String, String> environment)
      throws IOException {
    Jvms jvms = Profile.wanted().map(Jvms.full()::with).orElse(Jvms.full());
    Cluster cluster =
        Cluster.start(new ClusterSettings(folder, 1, gateways, PARTITIONS, 0, jvms, environment));
    Stranger stranger = new Stranger(cluster.bootstrapServers());
    Groups groups = new Groups(cluster.bootstrapServers());
    return new Stage(cluster, stranger, groups, new Catalogue(stranger), new Crowd(stranger));
  }

  public Server worker() {
    return cluster.workers().get(0);
  }

  @Override
  public void close() {
    groups.close();
    stranger.close();
    if (Profile.isWanted()) {
      // A recording is written by a JVM that is asked to end, not by one that is killed.
      worker().stop();
      cluster.broker().stop();
    }
    cluster.close();
    LogsOnly.keepIn(cluster.settings().folder());
  }
}
