package booking.worker.readmodel;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the read model is doing.
 *
 * @param state what it does now
 * @param reason why it waits or has stopped, empty otherwise
 * @param lastCommit when rows were last written, empty before the first time since the start
 * @param lag records read by nobody yet on the partitions it follows, as far as Kafka said; empty
 *     while unknown
 */
public record ReadModelStatus(
    State state, Optional<String> reason, Optional<Instant> lastCommit, OptionalLong lag) {

  /** What the read model does. */
  public enum State {
    /** Migrates the tables, or waits for its group to say which partitions are its own. */
    STARTING,
    /** Writes what comes on its partitions; with more workers than partitions, it may have none. */
    FOLLOWING,
    /** Something outside is missing, Postgres most often; it goes on by itself. */
    WAITING,
    /** Met a record that it cannot write; it needs a person, and has skipped nothing. */
    STOPPED,
    /** Was closed. */
    CLOSED
  }
}
