package booking.worker.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** The contract's bounds on what strangers write. Kafka is a second door past the gateway. */
final class Bounds {

  static final int NOTES_LENGTH = 2_000;
  static final int METADATA_BYTES = 4_096;
  static final int ID_LENGTH = 255;
  static final int SENTENCE_LENGTH = 500;

  private Bounds() {}

  static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new UnusableException(otherwise);
    }
  }

  /** Requires 1 to so many characters. */
  static void text(String field, @Nullable String text, int longest) {
    check(text != null && !text.isEmpty(), field + " is empty");
    longest(field, text, longest);
  }

  /** Requires at most so many characters; none at all is fine. */
  static void longest(String field, @Nullable String text, int longest) {
    check(
        text == null || text.codePointCount(0, text.length()) <= longest,
        field + " is longer than " + longest + " characters");
  }

  /** Requires at most so many bytes of UTF-8; none at all is fine. */
  static void bytes(String field, @Nullable String text, int most) {
    check(
        text == null || text.getBytes(UTF_8).length <= most,
        field + " is longer than " + most + " bytes");
  }
}
