package booking.worker.deadletter;

/** The names of the headers by which a dead letter says where it came from, and why it is one. */
public final class LetterHeaders {

  public static final String TOPIC = "topic";
  public static final String PARTITION = "partition";
  public static final String OFFSET = "offset";

  /** Why it could not be used; first a code or a sentence, see {@code docs/operations.md}. */
  public static final String REASON = "reason";

  /** When the record came, ISO-8601. */
  public static final String TIME = "time";

  /** How long the value was, when it was too long for a letter and was cut. */
  public static final String CUT_FROM_BYTES = "cut-from-bytes";

  /** The longest key that a letter holds, in bytes; longer ones are cut to it. */
  public static final int KEY_BYTES_MAX = 64 * 1024;

  /** On a record that was sent again: which letter it was. */
  public static final String REPLAYED_FROM = "replayed-from";

  private LetterHeaders() {}
}
