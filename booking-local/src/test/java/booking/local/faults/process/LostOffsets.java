package booking.local.faults.process;

import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.cluster.Server;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;

/**
 * A17: Kafka no longer knows how far the workers have read, as after an absence that was longer
 * than it keeps such things; they read everything once more.
 */
public final class LostOffsets {

  private static final String GROUP = "booking-worker";

  private LostOffsets() {}

  /** Deletes them between a stop and a start of all workers. */
  public static Strike strike(Scene scene) throws ExecutionException, InterruptedException {
    List<Server> workers = scene.cluster().workers();
    workers.forEach(Server::stop);
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", scene.cluster().bootstrapServers()))) {
      // Static members stay in the group when they stop.
      admin
          .removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions())
          .all()
          .get();
      admin.deleteConsumerGroups(List.of(GROUP)).all().get();
    }
    scene.say("offsets deleted; everything is read again");
    workers.forEach(Server::start);
    workers.forEach(Server::awaitReady);
    return Strike.plain();
  }
}
