package booking.local.faults.stranger;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.cluster.Server;
import booking.local.faults.stranger.DeadLetters.Place;
import booking.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** D4: what is wrong is not the record but what it travels in: key, headers, or a tombstone. */
final class StrangeEnvelopes {

  private static final int HEADERS = 10_000;
  private static final int KEY_BYTES = 10 * 1024;

  private StrangeEnvelopes() {}

  static Strike strike(Scene scene) {
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      DeadLetters letters = new DeadLetters(stranger);
      Map<String, byte[]> samples = Samples.of(stranger, scene.load().slots().get(0));
      List<ProducerRecord<byte[], byte[]>> strange = new ArrayList<>();
      samples.forEach((topic, good) -> strange.addAll(on(topic, good)));
      List<Place> places = stranger.writeAll(strange).stream().map(Place::of).toList();
      Set<Place> wrong = letters.wronglyLettered(places);
      boolean alive = scene.cluster().workers().stream().allMatch(Server::isAlive);
      return Strike.plain()
          .with(
              "strange %d, dead letters %d".formatted(places.size(), places.size() - wrong.size()))
          .mustHold(wrong.isEmpty(), "not exactly one dead letter with a reason for " + wrong)
          .mustHold(alive, "a worker ended");
    }
  }

  /** The keys of payments mean nothing, so there the record itself has to be wrong too. */
  private static List<ProducerRecord<byte[], byte[]>> on(String topic, byte[] good) {
    boolean keyed =
        topic.equals(Topics.BOOKING_REQUESTS.name())
            || topic.equals(Topics.CATALOG_REQUESTS.name());
    byte[] value = keyed ? good : new byte[0];
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    Stream.of("", "\u0000", "12\n34", "\u202e4821", " 1", "1e3", "9".repeat(KEY_BYTES))
        .forEach(key -> records.add(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)));
    records.add(new ProducerRecord<>(topic, null, value));
    records.add(new ProducerRecord<>(topic, "1".getBytes(UTF_8), null));
    RecordHeaders headers = new RecordHeaders();
    for (int i = 0; i < HEADERS; i++) {
      headers.add("h" + i, new byte[] {(byte) i});
    }
    records.add(new ProducerRecord<>(topic, 0, "x".getBytes(UTF_8), value, headers));
    return records;
  }
}
