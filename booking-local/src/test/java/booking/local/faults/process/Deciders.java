package booking.local.faults.process;

import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.cluster.Server;
import booking.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * The workers that have partitions to decide. After a kill one of them may have all for minutes;
 * whoever strikes the other then strikes nobody.
 */
final class Deciders {

  private static final String GROUP = "booking-worker";

  private Deciders() {}

  /** One of them by chance; any worker at all if Kafka does not name one within a minute. */
  static Server any(Scene scene) {
    List<Server> workers = scene.cluster().workers();
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", scene.cluster().bootstrapServers()))) {
      List<Server> deciders = new ArrayList<>();
      Soon.isTrue(() -> deciders.addAll(among(workers, busy(admin))));
      List<Server> any = deciders.isEmpty() ? workers : deciders;
      return any.get(scene.random().nextInt(any.size()));
    }
  }

  /** A member of the group is a thread, called after its worker: {@code worker-1-2}. */
  private static List<Server> among(List<Server> workers, Set<String> members) {
    return workers.stream()
        .filter(worker -> members.stream().anyMatch(id -> id.startsWith(worker.name() + "-")))
        .toList();
  }

  /** The members that have partitions of requests for slots. */
  private static Set<String> busy(Admin admin) {
    try {
      return admin
          .describeConsumerGroups(List.of(GROUP))
          .describedGroups()
          .get(GROUP)
          .get()
          .members()
          .stream()
          .filter(
              member ->
                  member.assignment().topicPartitions().stream()
                      .anyMatch(at -> at.topic().equals(Topics.BOOKING_REQUESTS.name())))
          .flatMap(member -> member.groupInstanceId().stream())
          .collect(Collectors.toSet());
    } catch (ExecutionException | InterruptedException unknown) {
      return Set.of();
    }
  }
}
