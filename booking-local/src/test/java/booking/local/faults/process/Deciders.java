package booking.local.faults.process;

import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.cluster.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The workers that have partitions to decide. After a kill one of them may have all for minutes;
 * whoever strikes the other then strikes nobody.
 */
final class Deciders {

  private Deciders() {}

  /** One of them by chance; any worker at all if Kafka does not name one within a minute. */
  static Server any(Scene scene) {
    List<Server> workers = scene.cluster().workers();
    List<Server> deciders = new ArrayList<>();
    Soon.isTrue(() -> deciders.addAll(among(workers, scene.cluster().bootstrapServers())));
    List<Server> any = deciders.isEmpty() ? workers : deciders;
    return any.get(scene.random().nextInt(any.size()));
  }

  private static List<Server> among(List<Server> workers, String bootstrapServers) {
    Map<String, Integer> slots;
    try {
      slots = Shares.among(bootstrapServers).slots();
    } catch (IllegalStateException unknown) {
      return List.of();
    }
    return workers.stream().filter(worker -> slots.getOrDefault(worker.name(), 0) > 0).toList();
  }
}
