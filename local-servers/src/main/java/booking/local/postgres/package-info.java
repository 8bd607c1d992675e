/**
 * A real Postgres server beside this JVM, with the two roles that the system logs in with. Tables
 * are the worker's affair, not made here.
 */
@NullMarked
package booking.local.postgres;

import org.jspecify.annotations.NullMarked;
