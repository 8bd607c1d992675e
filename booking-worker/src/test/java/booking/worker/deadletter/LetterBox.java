package booking.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.Topics;
import booking.worker.log.FakeLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A Kafka with dead letters in it, each a minute after the one before. */
final class LetterBox extends FakeLog {

  static final Instant NOON = Instant.parse("2027-03-28T12:00:00Z");

  private int letters;

  LetterBox() {
    topic(Topics.DEAD_LETTERS, 4);
    Topics.ALL.forEach(topic -> topic(topic.name(), 4));
    topic("slot-commands", 4);
  }

  /** A letter as the worker writes it; returns what it is called. */
  String letter(String topic, String reason, byte[] value) {
    return letter(fromWorker(topic, reason), value);
  }

  /** A letter whose record was longer than a letter can be. */
  String cutLetter(String topic, byte[] value) {
    RecordHeaders headers = fromWorker(topic, "UNREADABLE: too long");
    headers.add(LetterHeaders.CUT_FROM_BYTES, "3000000".getBytes(UTF_8));
    return letter(headers, value);
  }

  /** A record of somebody who takes the topic for his own. */
  String letter(RecordHeaders headers, byte[] value) {
    int number = letters++;
    append(
        message(
            new TopicPartition(Topics.DEAD_LETTERS, number % 4),
            number / 4,
            NOON.plus(Duration.ofMinutes(number)),
            headers,
            value));
    return number % 4 + ":" + number / 4;
  }

  /** The record that became a letter, where it lay, with a header of its own. */
  void source(String topic, byte[] value) {
    RecordHeaders own = new RecordHeaders();
    own.add("trace", new byte[] {7});
    append(message(new TopicPartition(topic, 2), 991, NOON, own, value));
  }

  /** As when a topic's records were kept long enough. */
  void forget(String topic) {
    updateBeginningOffsets(Map.of(new TopicPartition(topic, 2), 1000L));
    updateEndOffsets(Map.of(new TopicPartition(topic, 2), 1000L));
  }

  private static RecordHeaders fromWorker(String topic, String reason) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(LetterHeaders.TOPIC, topic.getBytes(UTF_8));
    headers.add(LetterHeaders.PARTITION, "2".getBytes(UTF_8));
    headers.add(LetterHeaders.OFFSET, "991".getBytes(UTF_8));
    headers.add(LetterHeaders.REASON, reason.getBytes(UTF_8));
    headers.add(LetterHeaders.TIME, NOON.toString().getBytes(UTF_8));
    return headers;
  }

  private static ConsumerRecord<byte[], byte[]> message(
      TopicPartition partition, long offset, Instant at, RecordHeaders headers, byte[] value) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        at.toEpochMilli(),
        TimestampType.CREATE_TIME,
        1,
        value.length,
        "k".getBytes(UTF_8),
        value,
        headers,
        Optional.empty());
  }
}
