package booking.local.checker.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A committed record of a topic.
 *
 * @param time the broker's or the writer's, as the topic has it
 * @param key its bytes, read one each as a character; empty if there is none
 * @param value what it says; empty if there is none, or if it is not one whole record of the topic
 * @param present whether it has any value, readable or not
 */
public record LogRecord(
    Place place,
    Instant time,
    Optional<String> key,
    Optional<Fields> value,
    boolean present,
    Map<String, String> headers) {

  public LogRecord {
    headers = Map.copyOf(headers);
  }

  public String topic() {
    return place.topic();
  }

  /** The key as people read it. */
  public String textKey() {
    return key.map(bytes -> new String(bytes.getBytes(ISO_8859_1), UTF_8)).orElse("");
  }

  /** The key of a store that counts: eight bytes, the highest first. */
  public long numberKey() {
    byte[] bytes = key.orElseThrow().getBytes(ISO_8859_1);
    return ByteBuffer.wrap(bytes).getLong();
  }

  /** What it says, of a topic whose records the worker itself wrote. */
  public Fields said() {
    return value.orElseThrow(() -> new IllegalStateException("not readable: " + place));
  }

  /** The same record, saying something else. */
  public LogRecord saying(Fields other) {
    return new LogRecord(place, time, key, Optional.of(other), present, headers);
  }

  /** The same record without a value, as a store forgets. */
  public LogRecord emptied() {
    return new LogRecord(place, time, key, Optional.empty(), false, headers);
  }

  /** The same record in another place. */
  public LogRecord at(Place other) {
    return new LogRecord(other, time, key, value, present, headers);
  }
}
