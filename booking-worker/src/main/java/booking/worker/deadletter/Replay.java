package booking.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.Topic;
import booking.schemas.Topics;
import booking.worker.deadletter.DeadLetter.Source;
import booking.worker.operator.NotDoneException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is sent again: byte for byte what came, to the partition where it lay. What
 * lies there still is taken from there, since a letter has neither the record's own headers nor
 * always all of it.
 */
record Replay(DeadLetters letters) {

  /** What others write; the worker's own messages would be decided out of their order. */
  private static final Set<String> REPLAYABLE =
      Stream.of(
              Topics.BOOKING_REQUESTS,
              Topics.CATALOG_REQUESTS,
              Topics.PAYMENT_SUCCEEDED,
              Topics.PAYMENT_FAILED,
              Topics.REFUND_SETTLED)
          .map(Topic::name)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * The record to send.
   *
   * @throws NotDoneException when this letter cannot be sent again; it says why
   */
  ProducerRecord<byte[], byte[]> of(DeadLetter letter) {
    Source source =
        letter
            .source()
            .orElseThrow(
                () -> refusal(letter, "it does not say where it came from: no worker wrote it"));
    String topic = source.partition().topic();
    if (!REPLAYABLE.contains(topic)) {
      throw refusal(
          letter,
          topic
              + " carries what parts of the worker tell each other, and out of its order that would"
              + " be decided wrongly; show it, and report it as a fault of the worker");
    }
    if (!letters.has(source.partition())) {
      throw refusal(letter, "there is no " + source.partition() + " any more");
    }
    Optional<ConsumerRecord<byte[], byte[]>> lying =
        letters.read(source.partition(), source.offset()).filter(found -> isSource(found, letter));
    if (lying.isEmpty() && !letter.whole()) {
      throw refusal(
          letter,
          "it was too long for a letter, and %s is gone; ask its sender to send it again"
              .formatted(source));
    }
    return new ProducerRecord<>(
        topic,
        source.partition().partition(),
        lying.map(ConsumerRecord::key).orElseGet(() -> letter.key().orElse(null)),
        lying.map(ConsumerRecord::value).orElseGet(() -> letter.value().orElse(null)),
        headers(letter, lying));
  }

  private static List<Header> headers(
      DeadLetter letter, Optional<ConsumerRecord<byte[], byte[]>> lying) {
    Header from =
        new RecordHeader(
            LetterHeaders.REPLAYED_FROM,
            (Topics.DEAD_LETTERS + "/" + letter.place()).getBytes(UTF_8));
    return Stream.concat(
            lying.stream().flatMap(record -> Stream.of(record.headers().toArray())),
            Stream.of(from))
        .toList();
  }

  /** Whether it is the record that became the letter, and not one of a topic made anew. */
  private static boolean isSource(ConsumerRecord<byte[], byte[]> found, DeadLetter letter) {
    return letter.whole()
        ? isAll(found.key(), letter.key()) && isAll(found.value(), letter.value())
        : isBegun(found.key(), letter.key()) && isBegun(found.value(), letter.value());
  }

  private static boolean isAll(byte @Nullable [] found, Optional<byte[]> held) {
    return Arrays.equals(found, held.orElse(null));
  }

  private static boolean isBegun(byte @Nullable [] found, Optional<byte[]> held) {
    if (found == null || held.isEmpty()) {
      return found == null && held.isEmpty();
    }
    int length = held.get().length;
    return found.length >= length && Arrays.equals(found, 0, length, held.get(), 0, length);
  }

  private static NotDoneException refusal(DeadLetter letter, String why) {
    return new NotDoneException("%s cannot be sent again: %s.".formatted(letter.place(), why));
  }
}
