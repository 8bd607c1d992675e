/**
 * The tables of the read model as Postgres has them, by plain JDBC, in one snapshot, and the rows
 * that the events should have left there: both as text, a row a line.
 */
@NullMarked
package booking.local.checker.table;

import org.jspecify.annotations.NullMarked;
