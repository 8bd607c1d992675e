package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A record that says nothing but its time, which the broker stamps.
 *
 * @param partition of the task that ticks
 */
record Tick(int partition) {

  static final String KEY = "tick";

  private static final byte[] NOTHING = {};

  /** Whether these bytes are a tick's. */
  static boolean isTick(byte[] key, byte[] value) {
    return Arrays.equals(key, KEY.getBytes(UTF_8)) && value.length == 0;
  }

  /** Writes nothing; the partition decides where it goes. */
  static final class Format implements Serializer<Tick> {

    @Override
    public byte[] serialize(String topic, Tick tick) {
      return NOTHING;
    }

    static Optional<Set<Integer>> partition(String topic, String key, Tick tick, int partitions) {
      return Optional.of(Set.of(tick.partition()));
    }
  }
}
