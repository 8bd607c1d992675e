package booking.local.checker.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One call of a client and what came of it.
 *
 * @param id of this call alone
 * @param user who called
 * @param kind such as book, pay, cancel, read
 * @param requestId of the request in Kafka, the same for each repeat; of a payment its id; empty
 *     for reads
 * @param code of a refusal
 * @param bookingId that it made, changed or read
 * @param version of that booking as its client saw it: grows from one state to the next, with gaps
 */
public record Call(
    String id,
    long user,
    String kind,
    Optional<String> requestId,
    Instant start,
    Instant end,
    Outcome outcome,
    Optional<String> code,
    OptionalLong bookingId,
    OptionalLong version) {

  /** What the client may conclude. */
  public enum Outcome {
    /** It is done. */
    OK,
    /** It is not done and never will be. */
    REFUSED,
    /** Either. */
    UNKNOWN
  }
}
