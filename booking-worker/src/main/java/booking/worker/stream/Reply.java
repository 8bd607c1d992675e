package booking.worker.stream;

import booking.schemas.RequestResult;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * A result and where its asker reads.
 *
 * @param partition of the results topic, as the request named it
 */
record Reply(int partition, RequestResult result) {

  /** Writes the result alone; the partition decides where it goes. */
  record Format(Serializer<RequestResult> results) implements Serializer<Reply> {

    @Override
    public byte[] serialize(String topic, Reply reply) {
      return results.serialize(topic, reply.result());
    }

    /** The named partition; one that is not there would stop the worker, so it is folded in. */
    static Optional<Set<Integer>> partition(String topic, String key, Reply reply, int partitions) {
      return Optional.of(Set.of(Utils.toPositive(reply.partition()) % partitions));
    }
  }
}
