/** Canaries that pose as rules of booking. */
@NullMarked
package booking.local.house.canary.booking.worker.slot;

import org.jspecify.annotations.NullMarked;
