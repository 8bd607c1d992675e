package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.Topics;
import booking.worker.deadletter.LetterHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A record from outside, as it came, and where it lay. It travels unchanged through the worker's
 * own topics, so that a dead letter at the end still shows what came in at the beginning.
 *
 * @param key as it came, empty if none
 * @param value as it came, empty if none
 * @param at the time that rules read
 * @param again whether it is known already, and an operator sent it again from the dead letters
 */
record Letter(
    Origin origin, Optional<byte[]> key, Optional<byte[]> value, Instant at, boolean again) {

  // Far above every record of the contract; the rest of a monster would not fit into its letter.
  private static final int VALUE_BYTES_MAX = 1024 * 1024;
  private static final int REASON_LENGTH_MAX = 500;

  /** Where a record lay. */
  record Origin(String topic, int partition, long offset) {}

  /** The record that a processor was given. */
  static Letter received(Record<byte[], byte[]> in, RecordMetadata metadata) {
    return new Letter(
        new Origin(metadata.topic(), metadata.partition(), metadata.offset()),
        Optional.ofNullable(in.key()),
        Optional.ofNullable(in.value()),
        Instant.ofEpochMilli(in.timestamp()),
        isAgain(in.headers()));
  }

  /** The same as something new. */
  Letter asNew() {
    return new Letter(origin, key, value, at, false);
  }

  private static boolean isAgain(Headers headers) {
    return headers.lastHeader(LetterHeaders.REPLAYED_FROM) != null;
  }

  /** The letter that another part of the worker forwarded; empty if it is not from there. */
  static Optional<Letter> forwarded(Record<byte[], byte[]> in) {
    Headers headers = in.headers();
    try {
      Origin origin =
          new Origin(
              text(headers, "origin-topic"),
              Integer.parseInt(text(headers, "origin-partition")),
              Long.parseLong(text(headers, "origin-offset")));
      return Optional.of(
          new Letter(
              origin,
              bytes(headers, "origin-key"),
              Optional.ofNullable(in.value()),
              Instant.ofEpochMilli(in.timestamp()),
              isAgain(headers)));
    } catch (IllegalArgumentException e) {
      // Something else wrote here: no such header, or not a number in it.
      return Optional.empty();
    }
  }

  /** As another part of the worker gets it. */
  Record<Object, Object> toForward(String newKey) {
    Headers headers = new RecordHeaders();
    headers.add("origin-topic", origin.topic().getBytes(UTF_8));
    headers.add("origin-partition", Integer.toString(origin.partition()).getBytes(UTF_8));
    headers.add("origin-offset", Long.toString(origin.offset()).getBytes(UTF_8));
    key.ifPresent(
        original -> headers.add("origin-key", cut(original, LetterHeaders.KEY_BYTES_MAX)));
    if (again) {
      headers.add(LetterHeaders.REPLAYED_FROM, Topics.DEAD_LETTERS.getBytes(UTF_8));
    }
    return new Record<>(newKey, value.orElse(null), at.toEpochMilli(), headers);
  }

  /** As operators get it. */
  Record<Object, Object> toDeadLetter(String reason) {
    Headers headers = new RecordHeaders();
    headers.add(LetterHeaders.TOPIC, origin.topic().getBytes(UTF_8));
    headers.add(LetterHeaders.PARTITION, Integer.toString(origin.partition()).getBytes(UTF_8));
    headers.add(LetterHeaders.OFFSET, Long.toString(origin.offset()).getBytes(UTF_8));
    headers.add(LetterHeaders.REASON, shortened(reason).getBytes(UTF_8));
    headers.add(LetterHeaders.TIME, at.toString().getBytes(UTF_8));
    value
        .filter(bytes -> bytes.length > VALUE_BYTES_MAX)
        .ifPresent(bytes -> headers.add(LetterHeaders.CUT_FROM_BYTES, number(bytes.length)));
    return new Record<>(
        key.map(bytes -> cut(bytes, LetterHeaders.KEY_BYTES_MAX)).orElse(null),
        value.map(bytes -> cut(bytes, VALUE_BYTES_MAX)).orElse(null),
        at.toEpochMilli(),
        headers);
  }

  private static byte[] number(int number) {
    return Integer.toString(number).getBytes(UTF_8);
  }

  private static String shortened(String reason) {
    return reason.length() > REASON_LENGTH_MAX ? reason.substring(0, REASON_LENGTH_MAX) : reason;
  }

  private static byte[] cut(byte[] bytes, int length) {
    return bytes.length > length ? Arrays.copyOf(bytes, length) : bytes;
  }

  private static String text(Headers headers, String name) {
    return bytes(headers, name)
        .map(value -> new String(value, UTF_8))
        .orElseThrow(() -> new IllegalArgumentException("no header " + name));
  }

  private static Optional<byte[]> bytes(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name)).map(Header::value);
  }
}
