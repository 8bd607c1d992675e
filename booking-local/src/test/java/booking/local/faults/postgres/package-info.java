/**
 * Faults of Postgres and of those who write into it: it is away, it hangs, it is locked, two write
 * the same, somebody writes who must not, and all of it is made anew.
 */
@NullMarked
package booking.local.faults.postgres;

import org.jspecify.annotations.NullMarked;
