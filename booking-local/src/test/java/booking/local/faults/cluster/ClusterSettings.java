package booking.local.faults.cluster;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a cluster consists of.
 *
 * @param folder that it keeps everything in; made if it is not there
 * @param partitions of the topics, 4 to 6 so that every worker has some
 * @param standbys copies of each store on other workers
 * @param jvms how large its programs are
 * @param environment of workers and gateways, by their own names, e.g. {@code HOLD_TIME}
 */
public record ClusterSettings(
    Path folder,
    int workers,
    int gateways,
    int partitions,
    int standbys,
    Jvms jvms,
    Map<String, String> environment) {

  public ClusterSettings {
    environment = Map.copyOf(environment);
  }

  /** Two workers, two gateways, six partitions, no standbys. */
  public static ClusterSettings in(Path folder) {
    return new ClusterSettings(folder, 2, 2, 6, 0, Jvms.small(), Map.of());
  }

  /** The same with another setting of workers and gateways. */
  public ClusterSettings with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new ClusterSettings(folder, workers, gateways, partitions, standbys, jvms, more);
  }
}
