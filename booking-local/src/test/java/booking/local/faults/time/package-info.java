/** Faults of time: clocks that are wrong, and time that goes by with nobody there. */
@NullMarked
package booking.local.faults.time;

import org.jspecify.annotations.NullMarked;
