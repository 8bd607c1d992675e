/**
 * The whole system on one machine: who starts what, in which order, on which port, in which folder.
 *
 * <p>Nothing here decides about a booking, and nobody imports this package: what it starts knows
 * nothing of it.
 */
@NullMarked
package booking.local;

import org.jspecify.annotations.NullMarked;
