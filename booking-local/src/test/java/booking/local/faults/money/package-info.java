/** Faults of what the payment service says: too late, too early, twice, wrong, or for nothing. */
@NullMarked
package booking.local.faults.money;

import org.jspecify.annotations.NullMarked;
