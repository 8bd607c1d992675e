/**
 * The read model: follows the events and writes what they left into Postgres, a batch of records
 * and their offsets in one transaction.
 *
 * <p>Here live the projections (event to rows, pure), one file per table with its columns, and the
 * loop that moves batches. Nothing is decided here: no rules, and nothing of {@code slot}, {@code
 * catalog} or {@code stream}. A row that Postgres refuses stops the read model; none is skipped.
 */
@NullMarked
package booking.worker.readmodel;

import org.jspecify.annotations.NullMarked;
