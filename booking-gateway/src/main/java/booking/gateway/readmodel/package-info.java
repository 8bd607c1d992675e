/**
 * The way to Postgres: a pool whose role can only SELECT, with a bound on every wait.
 *
 * <p>No statement belongs here: each lives in the table class of its concept.
 */
@NullMarked
package booking.gateway.readmodel;

import org.jspecify.annotations.NullMarked;
