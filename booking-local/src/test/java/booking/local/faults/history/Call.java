package booking.local.faults.history;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One call of one client.
 *
 * @param user who called
 * @param kind e.g. {@code book}, {@code pay}, {@code cancel}, {@code read}, {@code close}
 * @param requestId of the request in Kafka, the same for each repeat; for a payment its id; empty
 *     for reads
 * @param slot that it was about, if its client knows
 * @param started when it was sent
 * @param ended when its client knew the ending
 * @param code why it was refused, or what its client saw instead of an answer
 * @param booking that it made, changed or read
 * @param version of that booking as its client saw it: grows from one state to the next, with gaps
 *     (its {@code updatedAt} in milliseconds); empty also where its client was told so before it
 *     was readable, as the gateway does when it has waited for long or when Postgres is away
 */
public record Call(
    long user,
    String kind,
    Optional<String> requestId,
    OptionalLong slot,
    Instant started,
    Instant ended,
    Ending ending,
    Optional<String> code,
    OptionalLong booking,
    OptionalLong version) {}
