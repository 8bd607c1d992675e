package booking.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * A record that nobody could use, with what the worker wrote about it.
 *
 * @param at when the record came
 * @param source where it lay, empty when somebody else than the worker wrote the letter
 * @param whole false when the record was too long for a letter, and the rest of it was cut
 */
record DeadLetter(
    Place place,
    Instant at,
    Optional<Source> source,
    Optional<byte[]> key,
    Optional<byte[]> value,
    List<Header> headers,
    boolean whole) {

  private static final String PARTITION = "\\d{1,9}";

  /** Topics that are kept for ever pass the largest int. */
  private static final String OFFSET = "\\d{1,18}";

  /**
   * Which letter it is: its partition and offset in the topic of dead letters. Written {@code
   * 3:17}.
   */
  record Place(int partition, long offset) {

    /**
     * @throws IllegalArgumentException when a text names no letter
     */
    static Place parse(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length != 2 || !parts[0].matches(PARTITION) || !parts[1].matches(OFFSET)) {
        throw new IllegalArgumentException(
            text + " is not a dead letter; they are called 3:17 and so on, as list shows them");
      }
      return new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
      return partition + ":" + offset;
    }
  }

  /** Where a record lay before it became a letter. */
  record Source(TopicPartition partition, long offset) {

    @Override
    public String toString() {
      return "%s-%d@%d".formatted(partition.topic(), partition.partition(), offset);
    }
  }

  static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
    boolean keyMayBeCut =
        letter.key() != null && letter.key().length >= LetterHeaders.KEY_BYTES_MAX;
    return new DeadLetter(
        new Place(letter.partition(), letter.offset()),
        Instant.ofEpochMilli(letter.timestamp()),
        source(letter),
        Optional.ofNullable(letter.key()),
        Optional.ofNullable(letter.value()),
        List.of(letter.headers().toArray()),
        text(letter, LetterHeaders.CUT_FROM_BYTES).isEmpty() && !keyMayBeCut);
  }

  /** Why nobody could use it. */
  String reason() {
    return headers.stream()
        .filter(header -> header.key().equals(LetterHeaders.REASON) && header.value() != null)
        .map(header -> new String(header.value(), UTF_8))
        .findFirst()
        .orElse("no reason given");
  }

  private static Optional<Source> source(ConsumerRecord<?, ?> letter) {
    Optional<String> topic = text(letter, LetterHeaders.TOPIC).filter(name -> !name.isEmpty());
    Optional<Integer> partition =
        text(letter, LetterHeaders.PARTITION)
            .filter(text -> text.matches(PARTITION))
            .map(Integer::valueOf);
    Optional<Long> offset =
        text(letter, LetterHeaders.OFFSET).filter(text -> text.matches(OFFSET)).map(Long::valueOf);
    if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Source(new TopicPartition(topic.get(), partition.get()), offset.get()));
  }

  private static Optional<String> text(ConsumerRecord<?, ?> letter, String header) {
    return Optional.ofNullable(letter.headers().lastHeader(header))
        .map(Header::value)
        .map(value -> new String(value, UTF_8));
  }
}
