/**
 * The one door by which a system on one machine gets its broker and its database: embedded, or, for
 * tests that are asked to, in containers. What is asked of either is said here; how one is run is
 * not.
 */
@NullMarked
package booking.local.server;

import org.jspecify.annotations.NullMarked;
