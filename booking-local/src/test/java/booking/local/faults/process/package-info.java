/** Faults of processes: they end, stand still, come back with nothing, or come in numbers. */
@NullMarked
package booking.local.faults.process;

import org.jspecify.annotations.NullMarked;
