/**
 * The invariants, one a class: each sees every record once, in order, and writes down what it
 * looked at and what is wrong. They read no Kafka and no Postgres, so that logs with faults can be
 * put before them.
 */
@NullMarked
package booking.local.checker.invariant;

import org.jspecify.annotations.NullMarked;
