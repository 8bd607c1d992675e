/** Canaries that pose as the checker. */
@NullMarked
package booking.local.house.canary.booking.local.checker;

import org.jspecify.annotations.NullMarked;
