package booking.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import booking.schemas.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Dead letters as text for people. What is in them was written by strangers: nothing of it moves
 * the cursor or begins a line of its own.
 *
 * @param values reads the records of all topics
 */
record LetterText(Deserializer<? extends SpecificRecord> values) {

  private static final int KEY_LENGTH_MAX = 60;
  private static final int DUMP_BYTES_MAX = 4096;
  private static final int DUMP_WIDTH = 16;
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  /** Amounts keep their cents, 12.30 as 12.30. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** A letter in one line. */
  String line(DeadLetter letter) {
    return "%-9s %s  %s  key=%s  %s"
        .formatted(
            letter.place(),
            letter.at(),
            letter.source().map(Object::toString).orElse("unknown source"),
            shortened(letter.key().map(LetterText::text).orElse("none")),
            printable(letter.reason()));
  }

  /** All of a letter, line by line. */
  List<String> lines(DeadLetter letter) {
    List<String> lines = new ArrayList<>();
    lines.add("dead letter  " + letter.place());
    lines.add("came         " + letter.at());
    lines.add("lay at       " + letter.source().map(Object::toString).orElse("nobody said where"));
    lines.add("reason       " + printable(letter.reason()));
    lines.add("key          " + letter.key().map(LetterText::text).orElse("none"));
    for (Header header : letter.headers()) {
      String value = Optional.ofNullable(header.value()).map(LetterText::text).orElse("none");
      lines.add("header       " + printable(header.key()) + " = " + value);
    }
    if (!letter.whole()) {
      lines.add("cut          yes, the record was too long for a letter");
    }
    lines.add("value        " + letter.value().map(v -> v.length + " bytes").orElse("none"));
    letter.value().ifPresent(value -> lines.addAll(value(letter, value)));
    return lines;
  }

  private List<String> value(DeadLetter letter, byte[] value) {
    return letter
        .source()
        .map(source -> source.partition().topic())
        .filter(topic -> Topics.ALL.stream().anyMatch(known -> known.name().equals(topic)))
        .flatMap(topic -> json(topic, value))
        .orElseGet(() -> dump(value));
  }

  private Optional<List<String>> json(String topic, byte[] value) {
    try {
      String compact = String.valueOf(values.deserialize(topic, value));
      return Optional.of(
          JSON.writerWithDefaultPrettyPrinter()
              .writeValueAsString(JSON.readTree(compact))
              .lines()
              .map(LetterText::printable)
              .toList());
    } catch (RuntimeException | JsonProcessingException unreadable) {
      // That is why it is a dead letter, often; its bytes are shown instead.
      return Optional.empty();
    }
  }

  private static List<String> dump(byte[] value) {
    List<String> lines = new ArrayList<>();
    int shown = Math.min(value.length, DUMP_BYTES_MAX);
    for (int from = 0; from < shown; from += DUMP_WIDTH) {
      int to = Math.min(from + DUMP_WIDTH, shown);
      lines.add(
          "  %06x  %-47s  %s"
              .formatted(from, HEX.formatHex(value, from, to), ascii(value, from, to)));
    }
    if (shown < value.length) {
      lines.add("  … and %,d bytes more".formatted(value.length - shown));
    }
    return lines;
  }

  private static String ascii(byte[] value, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(value[i] >= ' ' && value[i] < 127 ? (char) value[i] : '.');
    }
    return text.toString();
  }

  /** As text if it is text, in hexadecimal otherwise. */
  private static String text(byte[] bytes) {
    try {
      return printable(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException binary) {
      return "0x" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, KEY_LENGTH_MAX));
    }
  }

  private static String shortened(String text) {
    return text.length() > KEY_LENGTH_MAX ? text.substring(0, KEY_LENGTH_MAX) + "…" : text;
  }

  private static String printable(String text) {
    return text.codePoints()
        .map(c -> isPrintable(c) ? c : '\uFFFD')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Neither a control character nor one that turns the direction of what follows. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
