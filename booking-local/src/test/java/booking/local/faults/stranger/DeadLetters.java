package booking.local.faults.stranger;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.local.faults.Soon;
import booking.schemas.Topics;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;

/** The dead letters that came since somebody began to watch. */
public final class DeadLetters {

  private final Stranger stranger;
  private final Mark from;

  /** Begins to watch. */
  public DeadLetters(Stranger stranger) {
    this.stranger = stranger;
    this.from = stranger.end(Topics.DEAD_LETTERS);
  }

  /** Where a record lay, in the words of its dead letter. */
  public record Place(String topic, String partition, String offset) {

    /** Where Kafka put a record. */
    public static Place of(RecordMetadata sent) {
      return new Place(
          sent.topic(), Integer.toString(sent.partition()), Long.toString(sent.offset()));
    }
  }

  /** The letters by the place that they name. */
  public Map<Place, List<ConsumerRecord<byte[], byte[]>>> byPlace() {
    return stranger.since(from).stream().collect(Collectors.groupingBy(DeadLetters::place));
  }

  /**
   * Waits until each of these records has a letter.
   *
   * @return those that have none, or more than one, or one without a reason
   */
  public Set<Place> wronglyLettered(Collection<Place> records) {
    Soon.isTrue(() -> byPlace().keySet().containsAll(records));
    Map<Place, List<ConsumerRecord<byte[], byte[]>>> letters = byPlace();
    Set<Place> wrong = new HashSet<>(records);
    wrong.removeIf(
        place -> {
          var found = letters.getOrDefault(place, List.of());
          return found.size() == 1 && !header(found.get(0), "reason").isEmpty();
        });
    return wrong;
  }

  /** A header of a letter as text, empty if there is none. */
  public static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return Optional.ofNullable(letter.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, UTF_8))
        .orElse("");
  }

  private static Place place(ConsumerRecord<byte[], byte[]> letter) {
    return new Place(
        header(letter, "topic"), header(letter, "partition"), header(letter, "offset"));
  }
}
