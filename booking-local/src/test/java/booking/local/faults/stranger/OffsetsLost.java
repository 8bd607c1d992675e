package booking.local.faults.stranger;

import booking.local.Premises;
import booking.local.faults.Scene;
import booking.local.faults.Soon;
import booking.local.faults.Strike;
import booking.local.faults.client.Guest;
import booking.local.faults.process.LostOffsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * A17: the offsets of the workers are gone, and every topic is read again from its start; what the
 * catalogue once said to slots, and has unsaid since, must not be done again.
 */
final class OffsetsLost {

  private static final String GROUP = "booking-worker";
  private static final long USER = 17_000_000;

  private OffsetsLost() {}

  static Strike strike(Scene scene) throws ExecutionException, InterruptedException {
    instructThereAndBack(scene);
    String servers = scene.cluster().bootstrapServers();
    try (Stranger stranger = new Stranger(servers);
        Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      Effects before = Effects.soFar(stranger);
      Set<TopicPartition> read = committed(admin).keySet();
      LostOffsets.strike(scene);
      long again = read.stream().mapToLong(at -> end(stranger, at)).sum();
      boolean caughtUp = Soon.isTrue(() -> hasCaughtUp(admin, stranger, read));
      List<String> more = Effects.soFar(stranger).moreThan(before);
      return Strike.plain()
          .with(
              "read again %d records, effects known before %d, new effects of them %d"
                  .formatted(again, before.count(), more.size()))
          .mustHold(caughtUp, "the workers do not get to the end again")
          .mustHold(more.isEmpty(), "done again: " + more);
    }
  }

  /** So that what the catalogue once said is not what it says now. */
  private static void instructThereAndBack(Scene scene) {
    Guest admin = Guest.admin(scene.cluster());
    long slot = new Premises(admin.gateways().get(0)).slot(1);
    long room = Guest.user(scene.cluster(), USER).book(slot).number("roomId");
    String name = "There and back " + room;
    String path = "/admin/rooms/" + room;
    admin.insist("PUT", path, "{\"name\":\"%s, there\"}".formatted(name));
    admin.insist("PUT", path, "{\"name\":\"%s\"}".formatted(name));
    admin.insist("PUT", path, "{\"isActive\":false}");
    admin.insist("PUT", path, "{\"isActive\":true}");
    admin.insist("PUT", "/admin/timeslots/" + slot + "/open", "");
  }

  private static Map<TopicPartition, Long> committed(Admin admin) {
    try {
      return admin
          .listConsumerGroupOffsets(GROUP)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long end(Stranger stranger, TopicPartition at) {
    return stranger.end(at.topic()).next().get(at);
  }

  private static boolean hasCaughtUp(Admin admin, Stranger stranger, Set<TopicPartition> read) {
    Map<TopicPartition, Long> committed = committed(admin);
    // Some are always on their way.
    return read.stream().allMatch(at -> committed.getOrDefault(at, 0L) >= end(stranger, at) - 200);
  }
}
