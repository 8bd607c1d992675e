package booking.local.faults.stranger;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.faults.Scene;
import booking.local.faults.Strike;
import booking.local.faults.cluster.Server;
import booking.local.faults.stranger.DeadLetters.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** D1, D2: bytes that are no record, on every partition of every topic that the worker reads. */
final class PoisonBytes {

  // Internal topics too: their writer is the worker, yet anybody at Kafka can write there.
  private static final List<String> INTERNAL =
      List.of("slot-commands", "slot-payments", "payments-by-id", "slot-ticks");

  private static final int ALMOST_A_MEBIBYTE = 1_000_000;
  private static final byte[] KEY = "4821".getBytes(UTF_8);

  private PoisonBytes() {}

  static Strike strike(Scene scene) {
    try (Stranger stranger = new Stranger(scene.cluster().bootstrapServers())) {
      DeadLetters letters = new DeadLetters(stranger);
      List<ProducerRecord<byte[], byte[]>> poison = poison(stranger, scene);
      List<Place> places = stranger.writeAll(poison).stream().map(Place::of).toList();
      scene.say(places.size() + " poisonous records");
      Set<Place> wrong = letters.wronglyLettered(places);
      long extra = letters.byPlace().keySet().stream().filter(at -> !places.contains(at)).count();
      boolean alive = scene.cluster().workers().stream().allMatch(Server::isAlive);
      return Strike.plain()
          .with("poison %d, dead letters %d".formatted(places.size(), places.size() - wrong.size()))
          .with("letters for others %d".formatted(extra))
          .mustHold(wrong.isEmpty(), "not exactly one dead letter with a reason for " + wrong)
          .mustHold(alive, "a worker ended");
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> poison(Stranger stranger, Scene scene) {
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
    Map<String, byte[]> samples = Samples.of(stranger, scene.load().slots().get(0));
    samples.forEach((topic, good) -> all.addAll(on(stranger, topic, good, scene.random())));
    byte[] foreign = samples.values().iterator().next();
    INTERNAL.forEach(topic -> all.addAll(on(stranger, topic, foreign, scene.random())));
    return all;
  }

  private static List<ProducerRecord<byte[], byte[]>> on(
      Stranger stranger, String topic, byte[] good, Random random) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    List<Integer> partitions =
        stranger.end(topic).next().keySet().stream().map(at -> at.partition()).toList();
    for (int partition : partitions) {
      shapes(good, random)
          .forEach(bytes -> records.add(new ProducerRecord<>(topic, partition, KEY, bytes)));
      records.add(new ProducerRecord<>(topic, partition, KEY, null));
      records.add(new ProducerRecord<>(topic, partition, null, "no key".getBytes(UTF_8)));
    }
    int any = partitions.get(random.nextInt(partitions.size()));
    records.add(new ProducerRecord<>(topic, any, KEY, random(random, new byte[ALMOST_A_MEBIBYTE])));
    return records;
  }

  private static Stream<byte[]> shapes(byte[] good, Random random) {
    byte[] unknownSchema = good.clone();
    unknownSchema[1] = 127;
    byte[] anothersSchema = good.clone();
    anothersSchema[4] = (byte) (good[4] == 1 ? 2 : 1);
    byte[] gzip = random(random, new byte[200]);
    gzip[0] = 0x1f;
    gzip[1] = (byte) 0x8b;
    return Stream.of(
        new byte[0],
        Arrays.copyOf(good, 4),
        Arrays.copyOf(good, good.length - 1),
        Arrays.copyOf(good, good.length + 1),
        unknownSchema,
        anothersSchema,
        gzip,
        random(random, new byte[200]));
  }

  private static byte[] random(Random random, byte[] bytes) {
    random.nextBytes(bytes);
    return bytes;
  }
}
