/**
 * The files that run the system in containers, held against the rules for them and against the
 * programs that they start. No container runs here, and no Docker engine is needed.
 */
@NullMarked
package booking.local.compose;

import org.jspecify.annotations.NullMarked;
