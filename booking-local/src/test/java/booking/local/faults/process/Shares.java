package booking.local.faults.process;

import booking.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;

/**
 * How the workers share what is to be decided, as Kafka's group says.
 *
 * @param slots the partitions of booking-requests that each worker decides, by its name
 * @param stable whether nobody is about to give or get any
 */
record Shares(Map<String, Integer> slots, boolean stable) {

  private static final String GROUP = "booking-worker";
  private static final String SLOTS = Topics.BOOKING_REQUESTS.name();

  static Shares among(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      ConsumerGroupDescription group =
          admin.describeConsumerGroups(List.of(GROUP)).describedGroups().get(GROUP).get();
      Map<String, Integer> slots = new TreeMap<>();
      group.members().forEach(member -> slots.merge(worker(member), slots(member), Integer::sum));
      return new Shares(slots, group.groupState() == GroupState.STABLE);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** Whether so many workers have all partitions, and nobody has two more than another. */
  boolean areEven(int workers, int partitions) {
    List<Integer> sizes = slots.values().stream().sorted().toList();
    return stable
        && sizes.size() == workers
        && sizes.stream().mapToInt(size -> size).sum() == partitions
        && sizes.get(workers - 1) - sizes.get(0) <= 1;
  }

  /** In words, e.g. {@code 3+3}. */
  @Override
  public String toString() {
    return String.join("+", slots.values().stream().map(String::valueOf).toList());
  }

  /** Each of its threads is a member. */
  private static String worker(MemberDescription member) {
    return member.clientId().replaceFirst("-StreamThread-.*", "");
  }

  private static int slots(MemberDescription member) {
    return (int)
        member.assignment().topicPartitions().stream()
            .filter(partition -> partition.topic().equals(SLOTS))
            .count();
  }
}
