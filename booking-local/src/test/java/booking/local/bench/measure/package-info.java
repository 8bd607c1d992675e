/** Figures, and how they are come by: round by round, in turn. Knows nothing of booking. */
@NullMarked
package booking.local.bench.measure;

import org.jspecify.annotations.NullMarked;
